import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { randomFrom } from "@one-small-town/core/testing/randomHistory.ts";
import { type BaseContract, type Signer, Wallet, id, ZeroAddress } from "ethers";
import { currencyAt, tokenAt } from "../../../scripts/operator/contracts.ts";
import type { Batch } from "../../../types/ethers-contracts/index.js";
import type { willowmere } from "../../fixture/willowmere.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { batch, type Call, callOf, delegate } from "../../fixture/inBatches.ts";
import { people } from "../../fixture/people.ts";
import { COUNTRY, SAVINGS } from "../../fixture/willowmere.ts";

/** Where histories begin: a town, of which some fixtures have more. */
export type Start = Awaited<ReturnType<typeof willowmere>>;

/** How many groups of acts there are. */
const GROUPS = 9;

type Person = { address: string; name: string; signer: Signer };

/** A town in which anything may happen next, decided by numbers that only look random. */
export class Play {
  readonly town: Start;
  readonly people: readonly Person[];
  /** Contracts that are somebody's wallet, and sign by their owners (ERC-1271). */
  readonly wallets: readonly Batch[];
  /** Of which groups of acts most are, by numbers that need not be there. */
  readonly focus: readonly number[];
  /** How quickly time passes: 0, 1 or 2. */
  readonly pace: number;
  readonly #random: (below: number) => number;
  #newcomers = 0;

  private constructor(town: Start, everybody: readonly Person[], wallets: readonly Batch[], seed: number) {
    [this.town, this.people, this.wallets, this.#random] = [town, everybody, wallets, randomFrom(seed)];
    this.pace = this.below(3);
    this.focus = [0, 1, 2].map(() => this.below(GROUPS));
  }

  /** Everybody's wallet acts by the code of a contract from now on, several times in a transaction. */
  static async begin(town: Start, seed: number): Promise<Play> {
    const signers = await ethers.getSigners();
    const named = Object.entries(await people()).map(([name, signer]) => ({ name, signer, address: signer.address }));
    const others = signers
      .slice(named.length)
      .map((signer, i) => ({ name: `other ${i}`, signer, address: signer.address }));
    const code = await batch(town.payer);
    for (const { signer } of [...named, ...others]) await delegate(signer, code);
    const wallets = [await batch(town.stranger), await batch(town.payer)];
    for (const wallet of wallets) await town.currency.mint(await wallet.getAddress(), SAVINGS);
    return new Play(town, [...named, ...others], wallets, seed);
  }

  /** A number below another. */
  below(most: number): number {
    return most < 1 ? 0 : this.#random(most);
  }

  chance(oneIn: number): boolean {
    return this.below(oneIn) === 0;
  }

  pick<thing>(things: readonly thing[]): thing {
    return things[this.below(things.length)] as thing;
  }

  person(): Person {
    return this.pick(this.people);
  }

  /** Mostly who should, sometimes anybody: what they try is refused then. */
  async actor(address: string | Promise<string>): Promise<Person> {
    const right = await address;
    const person = this.people.find((one) => one.address === right);
    return person === undefined || this.chance(8) ? this.person() : person;
  }

  /** A wallet that nobody has had. */
  newcomer(): { name: string; wallet: Wallet } {
    const name = `newcomer ${this.#newcomers++} of ${this.below(2 ** 30)}`;
    return { name, wallet: new Wallet(id(name), ethers.provider) };
  }

  async townId(): Promise<number> {
    const count = Number(await this.town.townRegistry.townCount());
    return this.chance(3) ? 1 + this.below(count) : this.town.town;
  }

  async holderOf(role: string): Promise<string> {
    const next = (await this.town.authority.nextAmbassadorOf(role)).wallet;
    if (next !== ZeroAddress && this.chance(3)) return next;
    return (await this.town.authority.ambassadorOf(role)).holder;
  }

  async townKey(town: number): Promise<string> {
    return this.holderOf(roleIds.townAmbassador(town));
  }

  async countryKey(town: number): Promise<string> {
    return this.holderOf(roleIds.countryAmbassador(await this.countryOf(town)));
  }

  async countryOf(town: number): Promise<number> {
    return town === 0 ? COUNTRY : Number(await this.town.townRegistry.countryOf(town));
  }

  /** Somebody with a support role: who holds it now. */
  async support(role: string): Promise<string> {
    const holders = [];
    for (const { address } of this.people) {
      if (await this.town.authority.hasRole(role, address)) holders.push(address);
    }
    return holders.length === 0 ? this.person().address : this.pick(holders);
  }

  async currency(town: number) {
    return currencyAt(await this.town.townRegistry.currencyOf(town), this.town.payer);
  }

  /** A project of a town; there may be none with its number. */
  async project(town: number): Promise<bigint> {
    const count = Number(await this.town.projectRegistry.projectCount(town));
    return (BigInt(town) << 32n) | BigInt(1 + this.below(count));
  }

  /** One of the sales; 1 where there is none yet. */
  async offering(): Promise<number> {
    return 1 + this.below(Number(await this.town.shareOffering.offeringCount()));
  }

  async token() {
    const { token } = await this.town.shareOffering.assetOf(await this.offering());
    return tokenAt(token === ZeroAddress ? this.town.deployment.addresses.InvestorToken : token, this.town.payer);
  }

  /** A wallet of a member, or of anybody where the number is nobody's. */
  async member(town: number): Promise<string> {
    const number = await this.number(town);
    const [wallet] = await this.town.memberRegistry.memberAt(town, number).catch(() => [this.person().address]);
    return wallet === ZeroAddress ? this.person().address : wallet;
  }

  /** Somebody who holds shares of a sale, where anybody does. */
  async holder(offering: number): Promise<string> {
    const { token } = await this.town.shareOffering.assetOf(offering);
    if (token === ZeroAddress) return this.person().address;
    return this.first(async ({ address }) => (await tokenAt(token, this.town.payer).balanceOf(address)) > 0n);
  }

  /** Somebody of whom something is true, or anybody where it is true of nobody. */
  async first(isTrue: (person: Person) => Promise<boolean>): Promise<string> {
    const from = this.below(this.people.length);
    for (const person of [...this.people.slice(from), ...this.people.slice(0, from)]) {
      if (await isTrue(person)) return person.address;
    }
    return this.person().address;
  }

  /** A number of a member, sometimes of nobody. */
  async number(town: number): Promise<number> {
    return 1 + this.below(Number(await this.town.memberRegistry.memberCount(town)) + 1);
  }

  async now(): Promise<number> {
    return networkHelpers.time.latest();
  }

  /** What pays somebody's money in: an allowance before it. */
  async paying(town: number, contract: BaseContract, amount: bigint, name: string, args: readonly unknown[]) {
    const currency = await this.currency(town);
    const allow = await callOf(currency, "approve", [await contract.getAddress(), amount]);
    return [allow, await callOf(contract, name, args)] satisfies Call[];
  }
}
