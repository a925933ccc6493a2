import { memberRegistryEvents } from "@one-small-town/core/abis/memberRegistryEvents.ts";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import { type Attestation, attestResidents } from "@one-small-town/core/members/steps.ts";
import { expect } from "chai";
import { ZeroHash } from "ethers";
import { type Address, decodeErrorResult, type Hex, parseEventLogs, zeroAddress } from "viem";
import { readAttestable } from "../../web/src/chain/members/attestableQuery.ts";
import { systemOf } from "../dapp/support/everyRead.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { idOf } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY } from "../fixture/willowmere.ts";
import { send } from "../../scripts/operator/send.ts";

type Before = Awaited<ReturnType<typeof twoTowns>>;

/** What the page foretells of a batch, and what the contract then does: the name of each error, null for the attested. */
async function bothOf(before: Before, entries: readonly Attestation[]) {
  const { town, registrar, deployment } = before;
  const place = { id: town, name: "", country: COUNTRY, currency: { address: zeroAddress, symbol: "", decimals: 6 } };
  const foretold = await readAttestable(systemOf(deployment), place, entries);
  const receipt = await send(registrar, attestResidents(deployment, town, entries));
  const logs = parseEventLogs({ abi: memberRegistryEvents, logs: receipt.logs as never });
  const done = logs.flatMap((log) => {
    if (log.eventName === "ResidencyAttested") return [null];
    return log.eventName === "AttestationSkipped"
      ? [decodeErrorResult({ abi: allErrors, data: log.args.problem }).errorName]
      : [];
  });
  return { foretold: foretold.map((problem) => problem?.errorName ?? null), done };
}

describe("mayAttest", () => {
  it("foretells what the contract says of each entry of a batch", async () => {
    const before = await networkHelpers.loadFixture(twoTowns);
    const { amina, ben, carla, stranger, dina, residentUntil, memberRegistry } = before;
    const wallet = (at: { address: string }) => at.address as Address;
    const entry = (of: { address: string }, name: string, until = residentUntil): Attestation => {
      return { wallet: wallet(of), residentUntil: until, joins: true, personId: idOf(name) };
    };
    const fresh = Array.from({ length: 3 }, () => ethers.Wallet.createRandom());
    const [one, two, three] = fresh as [(typeof fresh)[number], (typeof fresh)[number], (typeof fresh)[number]];
    const contract = { address: await memberRegistry.getAddress() };
    const entries = [
      entry(amina, "amina"), // a renewal
      entry(carla, "carla"), // a resident who joins
      entry(one, "newcomer"),
      entry(two, "newcomer"), // the same document once more
      entry(one, "somebody else"), // the same wallet once more
      entry(two, "late", 1),
      entry(three, "far", residentUntil + 10 * 365 * 86_400),
      entry(ben, "not ben"),
      entry(stranger, "amina"),
      entry(dina, "dina"), // lives elsewhere, and announced nothing
      entry(contract, "contract"),
      { wallet: wallet(three), residentUntil, joins: false, personId: ZeroHash as Hex },
      entry(three, "the last"),
    ];

    const { foretold, done } = await bothOf(before, entries);

    expect(foretold).to.deep.equal(done);
    expect(new Set(done)).to.deep.equal(
      new Set([
        null,
        "MemberRegistryPersonKnown",
        "MemberRegistryWalletTaken",
        "MemberRegistryBadResidency",
        "MemberRegistryLivesElsewhere",
        "MemberRegistryContractWallet",
        "MemberRegistryMissing",
      ]),
    );
  });
});
