import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { LEAST_PHASE, OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { type BaseContract, hexlify, id, ZeroAddress } from "ethers";
import { documentOf } from "../../../scripts/operator/documents.ts";
import { type Call, callOf } from "../../fixture/inBatches.ts";
import { acceptanceOf } from "../../fixture/keys.ts";
import { idOf } from "../../fixture/people.ts";
import { signRedemption } from "../../fixture/signRedemption.ts";
import { wordOf } from "../../fixture/succeeding.ts";
import { COUNTRY, DAY, DOLLAR, ELSEWHERE } from "../../fixture/willowmere.ts";
import type { Play } from "./Play.ts";

/** Who does something, null for anybody, and by which calls. */
type Done = { by: string | null; calls: readonly Call[] };
export type Act = (play: Play) => Promise<Done>;

const PAPER = documentOf("a paper", "ipfs://paper");
const REASON = id("a reason");

async function one(by: string | null, contract: BaseContract, name: string, args: readonly unknown[]): Promise<Done> {
  return { by, calls: [await callOf(contract, name, args)] };
}

const members: Record<string, Act> = {
  attest: async (play) => {
    const town = await play.townId();
    const registrar = await play.actor(play.support(roleIds.registrar(town)));
    const attestations = Array.from({ length: 1 + play.below(3) }, () => {
      const { name, wallet } = play.newcomer();
      const known = play.person();
      const [who, personId] = play.chance(2) ? [wallet.address, idOf(name)] : [known.address, idOf(known.name)];
      return { wallet: who, residentUntil: play.town.residentUntil, joins: !play.chance(4), personId };
    });
    return one(registrar.address, play.town.memberRegistry, "attest", [town, attestations]);
  },
  attestContract: async (play) => {
    const wallet = play.pick(play.wallets);
    const { succession, memberRegistry, town, residentUntil } = play.town;
    const address = await wallet.getAddress();
    const naming = await callOf(succession, "setNominee", [play.person().address]);
    await wallet.run([naming]);
    const registrar = await play.actor(play.support(roleIds.registrar(town)));
    const attestation = { wallet: address, residentUntil, joins: true, personId: idOf(address) };
    return one(registrar.address, memberRegistry, "attest", [town, [attestation]]);
  },
  attestOutsider: async (play) => {
    const { name, wallet } = play.newcomer();
    const by = await play.actor(play.countryKey(1));
    const outsider = { wallet: wallet.address, country: play.pick([COUNTRY, ELSEWHERE]), personId: idOf(name) };
    return one(by.address, play.town.memberRegistry, "attestOutsiders", [COUNTRY, [outsider]]);
  },
  resign: async (play) => one(await play.member(await play.townId()), play.town.memberRegistry, "resign", []),
  comeBack: async (play) => {
    const { memberRegistry, residentUntil, town } = play.town;
    const wallet = await play.first(async ({ address }) => (await memberRegistry.personOf(address)).left);
    const name = play.people.find((person) => person.address === wallet)?.name ?? "";
    const registrar = await play.actor(play.support(roleIds.registrar(town)));
    const attestation = { wallet, residentUntil, joins: true, personId: idOf(name) };
    return one(registrar.address, memberRegistry, "attest", [town, [attestation]]);
  },
  arrive: async (play) => {
    const { memberRegistry, residentUntil } = play.town;
    const moved = await memberRegistry.queryFilter(memberRegistry.filters.MoveAnnounced());
    const last = moved.at(-1)?.args;
    const town = Number(last?.toTown ?? 1) || 1;
    const name = play.people.find((person) => person.address === last?.wallet)?.name ?? "";
    const registrar = await play.actor(play.support(roleIds.registrar(town)));
    const attestation = {
      wallet: last?.wallet ?? play.person().address,
      residentUntil,
      joins: true,
      personId: idOf(name),
    };
    return one(registrar.address, memberRegistry, "attest", [town, [attestation]]);
  },
  moveHouse: async (play) => {
    const [to, country] = play.pick([
      [1, COUNTRY],
      [2, ELSEWHERE],
      [2, COUNTRY],
      [0, ELSEWHERE],
    ]);
    return one(await play.member(await play.townId()), play.town.memberRegistry, "moveHouse", [to, country]);
  },
  suspend: async (play) => {
    const by = await play.actor(play.support(roleIds.registrar(play.town.town)));
    return one(by.address, play.town.memberRegistry, "proposeSuspension", [await play.member(play.town.town), REASON]);
  },
  confirmSuspension: async (play) => {
    const { memberRegistry, town } = play.town;
    const proposed = await memberRegistry.suspensionsProposedIn(town);
    const wallet = proposed.length === 0 ? play.person().address : play.pick([...proposed]);
    if (play.chance(5)) {
      const by = await play.actor(play.support(roleIds.registrar(town)));
      return one(by.address, memberRegistry, "takeBackSuspension", [wallet]);
    }
    return one((await play.actor(play.townKey(town))).address, memberRegistry, "confirmSuspension", [wallet, REASON]);
  },
  reinstate: async (play) => {
    const by = await play.actor(play.countryKey(play.town.town));
    const { memberRegistry } = play.town;
    const wallet = await play.first(async ({ address }) => (await memberRegistry.personOf(address)).suspended);
    return one(by.address, memberRegistry, "reinstate", [wallet]);
  },
  nominate: async (play) => one(play.person().address, play.town.succession, "setNominee", [play.person().address]),
  proposeMove: async (play) => {
    const { succession, town } = play.town;
    const by = await play.actor(play.support(roleIds.registrar(town)));
    const wallet = await play.member(town);
    const signer = play.chance(2) ? play.person().signer : play.newcomer().wallet;
    const word = await wordOf(succession, { signer, wallet });
    return one(by.address, succession, "proposeMove", [wallet, await signer.getAddress(), ...word]);
  },
  proposeClosing: async (play) => {
    const by = await play.actor(play.support(roleIds.registrar(play.town.town)));
    const args = [await play.member(play.town.town), play.person().address, REASON];
    return one(by.address, play.town.succession, "proposeClosing", args);
  },
  succeed: async (play) => {
    const { succession, town, infinityToken, headOffice } = play.town;
    const proposed = await succession.queryFilter(succession.filters.SuccessionProposed());
    if (proposed.length === 0) return members["proposeMove"]?.(play) as Promise<Done>;
    const { id: proposal, wallet } = play.pick(proposed.slice(-3)).args;
    if (play.chance(6)) return one(wallet, succession, "object", [proposal]);
    const keys = [headOffice.address, await play.townKey(town), await play.countryKey(town)];
    const by = await play.actor(play.pick(keys));
    if (play.chance(10)) return one(by.address, succession, "refuse", [wallet, proposal]);
    if (play.chance(8)) return one(null, succession, "forget", [[wallet]]);
    const tokens = [await infinityToken.getAddress(), await (await play.token()).getAddress()];
    return one(by.address, succession, "confirm", [wallet, proposal, play.chance(2) ? tokens : []]);
  },
  follow: async (play) => {
    const token: BaseContract = play.chance(2) ? play.town.infinityToken : await play.token();
    return one(null, token, "moveToSuccessor", [play.person().address]);
  },
};

const roles: Record<string, Act> = {
  remove: async (play) => {
    const { townRegistry, headOffice } = play.town;
    const town = await play.townId();
    if (!play.chance(4)) return roles["appoint"]?.(play) as Promise<Done>;
    if (play.chance(2)) return one(headOffice.address, townRegistry, "removeTownAmbassador", [town]);
    return one(headOffice.address, townRegistry, "removeCountryAmbassador", [await play.countryOf(town)]);
  },
  appoint: async (play) => {
    const { townRegistry, authority, headOffice } = play.town;
    const town = await play.townId();
    const country = await play.countryOf(town);
    const isTowns = !play.chance(3);
    const { signer, address } = await play.actor(
      play.first(async (person) => {
        const isHome = Number((await play.town.memberRegistry.personOf(person.address)).town) === town;
        return (isHome || !isTowns) && !(await authority.holdsKey(person.address));
      }),
    );
    const role = isTowns ? roleIds.townAmbassador(town) : roleIds.countryAmbassador(country);
    const acceptance = await acceptanceOf(authority, role, signer);
    if (isTowns) return one(headOffice.address, townRegistry, "appointTownAmbassador", [town, address, acceptance]);
    return one(headOffice.address, townRegistry, "appointCountryAmbassador", [country, address, acceptance]);
  },
  takeBackAppointment: async (play) => {
    const { townRegistry, headOffice } = play.town;
    return one(headOffice.address, townRegistry, "takeBackAppointment", [roleIds.townAmbassador(await play.townId())]);
  },
  name: async (play) => {
    const town = await play.townId();
    const role = play.chance(2) ? roleIds.registrar(town) : roleIds.coordinator(town);
    const { signer, address } = play.person();
    const acceptance = await acceptanceOf(play.town.authority, role, signer);
    const by = await play.actor(play.townKey(town));
    return one(by.address, play.town.authority, "nameForKey", [role, address, acceptance]);
  },
  confirm: async (play) => {
    const town = await play.townId();
    const { authority } = play.town;
    const named = await authority.namingsOf(town);
    if (named.length === 0) return roles["name"]?.(play) as Promise<Done>;
    const { role, wallet } = play.pick([...named]);
    if (play.chance(5)) {
      return one((await play.actor(play.townKey(town))).address, authority, "takeBackNaming", [role, wallet]);
    }
    return one((await play.actor(play.countryKey(town))).address, authority, "confirmKey", [role, wallet]);
  },
  grant: async (play) => {
    const town = await play.townId();
    const role = play.chance(2) ? roleIds.steward(town) : roleIds.projectManager(town);
    const by = await play.actor(play.townKey(town));
    return one(by.address, play.town.authority, "grantRole", [role, play.person().address]);
  },
  revoke: async (play) => {
    const town = await play.townId();
    const kinds = ["registrar", "coordinator", "steward", "projectManager"] as const;
    const role = roleIds[play.pick(kinds)](town);
    const by = await play.actor(play.chance(2) ? play.townKey(town) : play.countryKey(town));
    return one(by.address, play.town.authority, "revokeRole", [role, await play.support(role)]);
  },
  renounce: async (play) => {
    const town = await play.townId();
    const kinds = ["registrar", "coordinator", "steward", "projectManager", "townAmbassador"] as const;
    const role = roleIds[play.pick(kinds)](town);
    const holder = await play.support(role);
    return one(holder, play.town.authority, "renounceRole", [role, holder]);
  },
  headOffice: async (play) => {
    const { authority, headOffice } = play.town;
    const root = await authority.headOffice();
    const act = play.below(6);
    if (act === 0) return one(root, authority, "cancelDefaultAdminTransfer", []);
    if (act === 1) return one(root, authority, "changeDefaultAdminDelay", [(3 + play.below(20)) * DAY]);
    if (act === 2) return one(root, authority, "rollbackDefaultAdminDelay", []);
    const [next] = await authority.pendingDefaultAdmin();
    if (act === 3 && next !== ZeroAddress) return one(next, authority, "acceptDefaultAdminTransfer", []);
    const to = root === headOffice.address ? play.person().address : headOffice.address;
    return one(root, authority, "beginDefaultAdminTransfer", [to]);
  },
  limits: async (play) => {
    const { townRegistry } = play.town;
    const town = await play.townId();
    const office = roleIds.townAmbassador(town);
    const aWeek = 10 + play.below(300);
    const name = play.pick(["lowerAttestationLimit", "proposeAttestationLimit"]);
    if (play.chance(8)) return one(await play.townKey(town), townRegistry, "takeBackAttestationLimit", [office]);
    if (!play.chance(3))
      return one((await play.actor(play.townKey(town))).address, townRegistry, name, [office, aWeek]);
    const { proposed } = await townRegistry.attestationLimitOf(office);
    const by = await play.actor(play.countryKey(town));
    return one(by.address, townRegistry, "confirmAttestationLimit", [office, proposed]);
  },
  papers: async (play) => {
    const town = await play.townId();
    const by = await play.actor(play.townKey(town));
    if (play.chance(2)) return one(by.address, play.town.townRegistry, "setPlan", [town, PAPER]);
    if (play.chance(3)) {
      const country = await play.countryOf(town);
      const args = [country, "The office", "1", PAPER];
      return one((await play.actor(play.countryKey(town))).address, play.town.townRegistry, "setLegalEntity", args);
    }
    return one(by.address, play.town.townRegistry, "recordLaunchStep", [town, 1 + play.below(20), PAPER]);
  },
};

const projects: Record<string, Act> = {
  propose: async (play) =>
    one(play.person().address, play.town.projectRegistry, "propose", [await play.townId(), play.below(4), PAPER]),
  advance: async (play) => {
    const town = await play.townId();
    const project = await play.project(town);
    const by = await play.actor(play.townKey(town));
    const step = play.pick(["plan", "plan", "fund", "fund", "operate", "close"]);
    const args = step === "plan" || step === "fund" ? [project, PAPER] : [project];
    return one(by.address, play.town.projectRegistry, step, args);
  },
  manage: async (play) => {
    const { projectRegistry } = play.town;
    const town = await play.townId();
    const project = await play.project(town);
    const proposed = await projectRegistry.queryFilter(projectRegistry.filters.ManagementProposed());
    const last = proposed.at(-1)?.args;
    if (last !== undefined && play.chance(2)) {
      const by = await play.actor(play.countryKey(Number(last.project >> 32n)));
      return one(by.address, projectRegistry, "approveManagement", [last.project, last.manager, last.payout]);
    }
    const by = await play.actor(play.townKey(town));
    if (play.chance(5)) return one(by.address, projectRegistry, "withdrawManagement", [project]);
    const manager = await play.support(roleIds.projectManager(town));
    return one(by.address, projectRegistry, "proposeManagement", [project, manager, play.person().address]);
  },
};

async function quartersFor(play: Play, town: number): Promise<string> {
  const count = Number(await play.town.memberRegistry.memberCount(town));
  const hours = [0, 0, SHIFT, SHIFT, SHIFT - 1, 2 * SHIFT, 255, 1];
  const isEmpty = play.chance(10);
  return hexlify(Uint8Array.from({ length: Math.min(count, 24) }, () => (isEmpty ? 0 : play.pick(hours))));
}

/** A town of which a sheet is under review, where there is one. */
async function pendingTown(play: Play): Promise<number> {
  for (const town of [1, 2]) {
    if ((await play.town.contributions.pendingOf(town)).pointer !== ZeroAddress) return town;
  }
  return play.townId();
}

const hours: Record<string, Act> = {
  submit: async (play) => {
    const town = await play.townId();
    const by = await play.actor(play.support(roleIds.coordinator(town)));
    const week = weekIndexOf(await play.now()) - 1 - (play.chance(3) ? play.below(8) : 0);
    const own = Number((await play.town.memberRegistry.personOf(by.address)).number);
    const quarters = Uint8Array.from(Buffer.from((await quartersFor(play, town)).slice(2), "hex"));
    if (own > 0 && own <= quarters.length && !play.chance(6)) quarters[own - 1] = 0;
    return one(by.address, play.town.contributions, "submit", [town, week, hexlify(quarters), PAPER]);
  },
  amend: async (play) => {
    const town = await pendingTown(play);
    const by = await play.actor(play.chance(2) ? play.townKey(town) : play.support(roleIds.coordinator(town)));
    const args = [town, [await play.number(town)], hexlify(Uint8Array.of(play.pick([0, 11, 12, 24])))];
    return one(by.address, play.town.contributions, "amend", args);
  },
  reject: async (play) => {
    const town = await pendingTown(play);
    const by = await play.actor(play.pick([await play.townKey(town), play.town.headOffice.address]));
    return one(by.address, play.town.contributions, "reject", [town, REASON]);
  },
  finalise: async (play) => one(null, play.town.contributions, "finalise", [await pendingTown(play)]),
  claim: async (play) => {
    const town = await play.townId();
    const { timesheets } = await play.town.contributions.poolOf(town);
    const numbers = [await play.number(town), await play.number(town)].sort((a, b) => a - b);
    const upTo = Math.max(1, Number(timesheets) - (play.chance(3) ? 1 : 0));
    return one(null, play.town.contributions, "claim", [town, [...new Set(numbers)], upTo]);
  },
  claimKept: async (play) => {
    const town = await play.townId();
    const { contributions } = play.town;
    for (let number = 1; number <= 24; number++) {
      if ((await contributions.keptOf(town, number)) > 0n) return one(null, contributions, "claimKept", [town, number]);
    }
    return one(null, contributions, "claimKept", [town, await play.number(town)]);
  },
  fund: async (play) => {
    const town = await play.townId();
    const [amount, weeks] = [BigInt(1 + play.below(100_000)), 1 + play.below(52)];
    const args = [town, amount, weeks];
    return { by: null, calls: await play.paying(town, play.town.contributions, amount, "fund", args) };
  },
};

const benefits: Record<string, Act> = {
  list: async (play) => {
    const town = await play.townId();
    const by = await play.actor(play.support(roleIds.steward(town)));
    const terms = { kind: play.below(4), perShift: play.chance(2), units: 1 + play.below(3), validWeeks: 13 };
    return one(by.address, play.town.benefits, "list", [town, terms, PAPER]);
  },
  end: async (play) => {
    const count = Number(await play.town.benefits.benefitCount());
    const by = await play.actor(play.support(roleIds.steward(play.town.town)));
    const week = weekIndexOf(await play.now()) + play.below(3);
    return one(by.address, play.town.benefits, "end", [1 + play.below(count), week]);
  },
  redeem: async (play) => {
    const { benefits: contract, memberRegistry, contributions, town } = play.town;
    const count = Number(await contract.benefitCount());
    const number = await play.number(town);
    const [wallet] = await memberRegistry.memberAt(town, number).catch(() => [ZeroAddress]);
    const { signer } = await play.actor(wallet);
    const { lastWeek } = await contributions.poolOf(town);
    const wanted = { benefit: 1 + play.below(count), weekIndex: Number(lastWeek), number };
    const had = await contract.redeemedOf(wanted.benefit, wanted.weekIndex, number);
    const redemption = { ...wanted, cumulativeUnits: Number(had) + 1 + play.below(2) };
    const by = await play.actor(play.support(roleIds.steward(town)));
    return one(by.address, contract, "redeem", [await signRedemption(contract, signer, redemption)]);
  },
};

const shares: Record<string, Act> = {
  buy: async (play) => {
    const { shareOffering, town } = play.town;
    const [offering, count] = [await play.offering(), 1 + play.below(18)];
    const calls = await play.paying(town, shareOffering, 2n ** 200n, "buy", [offering, count]);
    return { by: play.person().address, calls };
  },
  cancel: async (play) => {
    const offering = await play.offering();
    const args = [offering, 1 + play.below(5)];
    return one(await play.holder(offering), play.town.shareOffering, "cancel", args);
  },
  settle: async (play) => one(null, play.town.shareOffering, "settle", [await play.offering()]),
  update: async (play) => one(null, play.town.shareOffering, "update", [await play.project(play.town.town)]),
  refund: async (play) => {
    const offering = await play.offering();
    const holders = [await play.holder(offering), play.person().address];
    return one(null, play.town.shareOffering, "refund", [offering, [...holders, ...holders.slice(0, 1)]]);
  },
  claimKept: async (play) => {
    const offering = await play.offering();
    const { shareOffering } = play.town;
    const holder = await play.first(async ({ address }) => (await shareOffering.keptOf(offering, address)) > 0n);
    return one(null, shareOffering, "claimKept", [offering, holder]);
  },
  callOff: async (play) => {
    const { town, shareOffering } = play.town;
    const offering = await play.offering();
    const { by: first } = await shareOffering.callOffOf(offering);
    if (first !== ZeroAddress && play.chance(4)) return one(first, shareOffering, "withdrawCallOff", [offering]);
    const by = await play.actor(play.chance(2) ? play.townKey(town) : play.countryKey(town));
    return one(by.address, shareOffering, "callOff", [offering]);
  },
  propose: async (play) => {
    const { town, shareOffering } = play.town;
    const business = await play.project(town);
    const by = await play.actor(play.townKey(town));
    if (play.chance(6)) return one(by.address, shareOffering, "withdrawProposal", [business]);
    const { plan, pack } = await play.town.projectRegistry
      .projectOf(business)
      .catch(() => ({ plan: id(""), pack: id("") }));
    const opens = (await play.now()) + OPENING_NOTICE + DAY;
    const name = `Bakery ${play.below(1000)}`;
    const terms = {
      business,
      price: DOLLAR,
      goal: 30,
      cap: 40,
      limitLocal: 5,
      limitLater: 5,
      opens,
      localEnds: opens + LEAST_PHASE,
      countryEnds: play.chance(2) ? 0 : opens + 2 * LEAST_PHASE,
      worldEnds: 0,
      tranches: play.pick([[10_000], [3_333, 6_667]]),
      plan,
      pack,
      deed: await play.town.profitSplitter.deedOf(business),
      name,
      symbol: `B${play.below(1000)}`,
    };
    return one(by.address, shareOffering, "propose", [{ ...terms, deed: [...terms.deed] }]);
  },
  approve: async (play) => {
    const { town, shareOffering } = play.town;
    const business = await play.project(town);
    const { termsHash } = await shareOffering.proposalOf(business);
    const by = await play.actor(play.countryKey(town));
    return one(by.address, shareOffering, "approve", [business, termsHash]);
  },
  transfer: async (play) => {
    const address = await play.holder(await play.offering());
    const token = await play.token();
    const held = Number(await token.balanceOf(address).catch(() => 0n));
    return one(address, token, "transfer", [play.person().address, play.below(held + 1)]);
  },
  claim: async (play) => one(null, await play.token(), "claim", [play.person().address]),
};

const releases: Record<string, Act> = {
  request: async (play) => {
    const { town, releases: contract, manager } = play.town;
    const by = await play.actor(play.chance(2) ? manager.address : play.townKey(town));
    return one(by.address, contract, "request", [await play.offering(), PAPER]);
  },
  approve: async (play) => {
    const { town, releases: contract, shareOffering } = play.town;
    const offering = await play.offering();
    const { business } = await shareOffering.assetOf(offering);
    const { next } = await contract.progressOf(offering);
    const by = await play.actor(play.countryKey(town));
    return one(by.address, contract, "approve", [offering, business, next, PAPER.hash]);
  },
  speak: async (play) => {
    const name = play.pick(["object", "voteWindUp", "withdraw"]);
    const offering = await play.offering();
    return one(await play.holder(offering), play.town.releases, name, [offering]);
  },
  agree: async (play) => {
    const { town, releases: contract } = play.town;
    const by = await play.actor(play.chance(2) ? play.townKey(town) : play.countryKey(town));
    const name = play.pick(["agreeWindUp", "agreeWindUp", "withdrawAgreement", "revoke"]);
    return one(by.address, contract, name, [await play.offering()]);
  },
  go: async (play) => {
    const name = play.pick(["release", "release", "release", "windUp", "payWindUp"]);
    return one(null, play.town.releases, name, [await play.offering()]);
  },
};

const profit: Record<string, Act> = {
  deposit: async (play) => {
    const town = await play.townId();
    const amount = BigInt(play.pick([1, 2, 3, 1 + play.below(100_000)]));
    const args = [await play.project(town), amount, 4 + play.below(49), "Q1", PAPER];
    return { by: null, calls: await play.paying(town, play.town.profitSplitter, amount, "deposit", args) };
  },
  passOn: async (play) => {
    const count = Number(await play.town.profitSplitter.keptCount());
    return one(null, play.town.profitSplitter, "passOn", [1 + play.below(count)]);
  },
  deed: async (play) => {
    const { profitSplitter, town } = play.town;
    const business = await play.project(town);
    const { deed } = await profitSplitter.changeOf(business);
    if (deed.members > 0n && play.chance(2)) {
      const by = await play.actor(play.countryKey(town));
      return one(by.address, profitSplitter, "approveDeed", [business, [...deed]]);
    }
    const by = await play.actor(play.townKey(town));
    if (play.chance(6)) return one(by.address, profitSplitter, "withdrawDeed", [business]);
    return one(by.address, profitSplitter, "proposeDeed", [business, play.pick(Object.values(deedPresets))]);
  },
  donate: async (play) => {
    const town = await play.townId();
    const amount = BigInt(1 + play.below(10_000));
    const name = play.pick(["donate", "donateToOffice"]);
    return { by: null, calls: await play.paying(town, play.town.townTreasury, amount, name, [town, amount]) };
  },
  proposeSpending: async (play) => {
    const town = await play.townId();
    const isTowns = !play.chance(4);
    const by = await play.actor(isTowns ? play.townKey(town) : play.countryKey(town));
    const args = [await play.project(town), 1 + play.below(200), play.person().address, PAPER];
    return one(by.address, play.town.townTreasury, isTowns ? "propose" : "proposeFromOffice", args);
  },
  spend: async (play) => {
    const { townTreasury, headOffice } = play.town;
    const spending = 1 + play.below(Number(await townTreasury.spendingCount()));
    const { project, fromOffice, payee, amount, document, proposer } = await townTreasury.spendingOf(spending);
    const town = Number(project >> 32n) || play.town.town;
    const act = play.below(6);
    if (act === 0) return one(proposer, townTreasury, "cancel", [spending]);
    if (act <= 2) return one(null, townTreasury, "execute", [spending]);
    if (act === 3) {
      const number = await play.number(town);
      const [wallet] = await play.town.memberRegistry.memberAt(town, number).catch(() => [ZeroAddress]);
      return one((await play.actor(wallet)).address, townTreasury, "object", [town, number, [spending]]);
    }
    const by = await play.actor(fromOffice ? headOffice.address : play.countryKey(town));
    return one(by.address, townTreasury, "approve", [spending, { project, fromOffice, payee, amount, document }]);
  },
  divide: async (play) => one(null, play.town.finalDivision, "divide", [await play.townId()]),
  claimPart: async (play) => {
    const { finalDivision, town } = play.town;
    if (play.chance(3)) {
      for (let number = 1; number <= 24; number++) {
        if ((await finalDivision.keptOf(town, number)) > 0n)
          return one(null, finalDivision, "claimKept", [town, number]);
      }
    }
    const division = 1 + play.below(Number(await finalDivision.divisionCount()));
    return one(null, finalDivision, "claim", [division, [await play.number(town), await play.number(town)]]);
  },
};

const gifts: Record<string, Act> = {
  currency: async (play) => {
    const to = play.pick(Object.values(play.town.deployment.addresses));
    return one(null, await play.currency(await play.townId()), "transfer", [to, 1 + play.below(9)]);
  },
  infinity: async (play) => {
    const to = play.pick([...Object.values(play.town.deployment.addresses), play.person().address]);
    return one(play.person().address, play.town.infinityToken, "transfer", [to, 1 + play.below(1000)]);
  },
  burn: async (play) => one(play.person().address, play.town.infinityToken, "burn", [play.below(1000)]),
  nothing: async (play) => one(null, await play.token(), "transfer", [play.person().address, 0]),
};

/** All that people do, in groups. */
export const acts: readonly (readonly Act[])[] = [
  ...[members, roles, projects, hours, benefits, shares, releases, profit, gifts],
].map((group) => Object.values(group));

const groups = { members, roles, projects, hours, benefits, shares, releases, profit };

/** What leads to something: acts by their names, and seconds that pass in between. */
const STORIES: readonly (readonly (string | number)[])[] = [
  ["members.suspend", "members.confirmSuspension", "members.confirmSuspension", "members.reinstate"],
  ["members.suspend", "members.suspend", "members.confirmSuspension", "members.comeBack"],
  ["members.moveHouse", "members.arrive", "members.arrive", "hours.submit"],
  ["members.resign", "members.comeBack", "members.resign", 40 * DAY, "members.comeBack"],
  ["members.proposeMove", "members.succeed", 8 * DAY, "members.succeed", "members.succeed", "members.follow"],
  ["members.proposeClosing", "members.succeed", 8 * DAY, "members.succeed", "members.succeed", "members.follow"],
  ["members.proposeMove", 8 * DAY, ...Array.from({ length: 6 }, () => "members.succeed"), "members.follow"],
  ["roles.name", "roles.confirm", "roles.name", "roles.confirm", "roles.revoke"],
  ["roles.remove", "roles.appoint", "roles.takeBackAppointment", "roles.appoint", 8 * DAY, "roles.papers"],
  ["roles.headOffice", 8 * DAY, "roles.headOffice", "roles.headOffice", 31 * DAY, "roles.headOffice"],
  ["projects.propose", "projects.advance", "projects.advance", "projects.manage", "projects.manage"],
  ["hours.submit", "hours.amend", "hours.amend", "hours.reject", "hours.submit", 8 * DAY, "hours.finalise"],
  ["hours.fund", "hours.submit", 8 * DAY, "hours.finalise", "hours.claim", "hours.claim", "hours.claimKept"],
  ["benefits.list", "hours.submit", 8 * DAY, "hours.finalise", "benefits.redeem", "benefits.redeem", "benefits.end"],
  ["shares.propose", "shares.propose", "shares.approve", 9 * DAY, "shares.buy", "shares.buy", "shares.buy"],
  ["shares.buy", "shares.buy", "shares.cancel", "shares.cancel", "shares.buy", 31 * DAY, "shares.settle"],
  [
    "shares.buy",
    "shares.buy",
    "shares.callOff",
    "shares.callOff",
    "shares.callOff",
    "shares.refund",
    "shares.claimKept",
  ],
  ["releases.request", "releases.approve", "releases.speak", "releases.speak", 8 * DAY, "releases.go"],
  ["releases.request", ...Array.from({ length: 5 }, () => "releases.speak"), 31 * DAY, "releases.request"],
  ["releases.agree", "releases.agree", "releases.agree", 15 * DAY, "releases.go", "releases.go", "shares.claim"],
  ["profit.deed", "profit.deed", 8 * DAY, "profit.deposit", "profit.passOn", "profit.deposit", "shares.claim"],
  ["profit.proposeSpending", ...Array.from({ length: 6 }, () => "profit.spend"), 8 * DAY, "profit.spend"],
  ["profit.donate", "profit.proposeSpending", "profit.spend", "profit.spend", 8 * DAY, "profit.spend", "profit.spend"],
  ["roles.remove", "roles.remove", 366 * DAY, "profit.divide", "profit.claimPart", "profit.claimPart"],
];

/** Some story, step by step. */
export function story(play: Play): (Act | number)[] {
  return play.pick(STORIES).map((step) => {
    if (typeof step === "number") return step;
    const [group = "", name = ""] = step.split(".");
    const act = (groups as Record<string, Record<string, Act>>)[group]?.[name];
    if (act === undefined) throw new Error(`Nobody can do ${step}`);
    return act;
  });
}
