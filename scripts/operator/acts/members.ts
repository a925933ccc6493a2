import { inBatches } from "@one-small-town/core/inBatches.ts";
import { personIdOf } from "@one-small-town/core/members/personIdOf.ts";
import {
  admissionToSign,
  newWalletToSign,
  successionObjectionToSign,
} from "@one-small-town/core/members/signedWords.ts";
import {
  type Attestation,
  appointCountryAmbassador,
  appointNominee,
  appointTownAmbassador,
  attestFirstRegistrar,
  attestOutsiders,
  attestResidents,
  confirmAttestationLimit,
  confirmSuccession,
  confirmSuspension,
  forgetSuccessions,
  foundTown,
  joinTown,
  lowerAttestationLimit,
  moveHouse,
  objectToSuccession,
  objectToSuccessionWithSignature,
  proposeAttestationLimit,
  proposeClosing,
  proposeMove,
  proposeSuspension,
  recordLaunchStep,
  refuseSuccession,
  reinstate,
  removeCountryAmbassador,
  removeTownAmbassador,
  resign,
  revokeAdmission,
  setLegalEntity,
  setNominee,
  setPlan,
  takeBackAppointment,
  takeBackAttestationLimit,
  takeBackSuspension,
} from "@one-small-town/core/members/steps.ts";
import {
  LAUNCH_STEPS,
  LEAST_ATTESTATION_LIMIT,
  MOST_ATTESTATION_LIMIT,
} from "@one-small-town/core/rules/TownRegistry.ts";
import { viewOf } from "@one-small-town/core/views/View.ts";
import { ZeroAddress, ZeroHash } from "ethers";
import type { Address, Hex } from "viem";
import { Mistake } from "../../commands/Mistake.mjs";
import { MOST_PEOPLE } from "../batches.ts";
import { those } from "../those.ts";
import { type Act, type Missing, sends, signs } from "./Act.ts";
import type { Context } from "./Context.ts";
import {
  bytes32,
  country,
  document,
  moment,
  optional,
  readBytes32,
  readUntil,
  readWallet,
  signature,
  table,
  town,
  until,
  uri,
  wallet,
  wallets,
  whole,
  words,
  writtenTime,
} from "./arguments.ts";
import { countryOf, missing, officeOf } from "./offices.ts";
import { accepted } from "./roles.ts";
import { readRows, type Row, rowsOf } from "./rows.ts";

const DAY = 86_400;

const office = {
  town: optional(town("the town whose limit it is")),
  country: optional(country("the country whose limit it is, for persons of no registered town")),
};
const aWeek = whole("new persons a week", LEAST_ATTESTATION_LIMIT, MOST_ATTESTATION_LIMIT);
const nominee = {
  wallet: wallet("the person's wallet"),
  until: until("the day to whose end they are a resident, at most three years ahead"),
  person: bytes32("the person's id, as the registrars of the country reckon it"),
};
const admission = {
  town: town("the town that they join"),
  wallet: wallet("who joins"),
  person: bytes32("the person's id"),
  until: until("the day to whose end they are a resident"),
  nonce: whole("the wallet's next number, as sign-admission prints it", 0, 2 ** 32 - 1),
  deadline: until("until when the admission counts"),
};
const proposal = {
  wallet: wallet("whose wallet was lost, or who died"),
  succession: optional(bytes32("the proposal's id; what is open now when none is named")),
};

/** What is attested of a row, with the person's id, or what it is reckoned from. */
type Resident = "wallet" | "until" | "joins" | "person" | "kind" | "number";

const PERSON_KEY = "PERSON_ID_KEY";

function personOf(of: number, { person, kind, number }: Row<Resident>["cells"]): Hex {
  if (person) return readBytes32(person);
  if (!kind || !number) throw new Mistake("a person has an id, or the kind and number of a document.");
  const key = process.env[PERSON_KEY] ?? "";
  if (key === "") throw new Mistake(`To reckon ids from documents, put the country office's key into ${PERSON_KEY}.`);
  return personIdOf(key, { country: of, kind, number });
}

function readJoins(text: string): boolean {
  const isYes = /^(yes|y|true|1)$/i.test(text);
  if (isYes || /^(no|n|false|0|)$/i.test(text)) return isYes;
  throw new Mistake(`"${text.slice(0, 40)}" in the column joins is neither yes nor no.`);
}

const PERSON = viewOf(
  "personOf(address wallet)((uint32 town,uint16 country,uint40 residentUntil,uint16 number,bool left,bool suspended,bool waiting,uint16 idCountry,uint16 movedIn,uint32 nonce))",
);

type Person = { town: number; country: number; residentUntil: number; number: number; left: boolean };

/** Those of a list for whose persons, as the chain knows them, something holds. */
async function thosePersons<T extends { wallet: Address }>(
  { deployment, provider }: Context,
  all: readonly T[],
  holds: (person: Person, one: T) => boolean,
): Promise<T[]> {
  return those(
    provider,
    all,
    ({ wallet: of }) => ({ target: deployment.addresses.MemberRegistry, view: PERSON, args: [of] }),
    (person, one) => holds(person as Person, one),
  );
}

/** Whether all that is stated of a person is on chain, so that nothing is sent twice. */
function isAttested({ town: home, residentUntil, number, left }: Person, of: number, stated: Attestation): boolean {
  if (home !== of || residentUntil !== stated.residentUntil) return false;
  return !stated.joins || (number > 0 && !left);
}

/** The succession that somebody means. */
async function successionOf(context: Context, of: Address, named: Hex | undefined) {
  const standing = await context.contracts.succession.successionOf(of);
  if (standing.id === ZeroHash) throw new Mistake(`Nothing is proposed for the wallet ${of}.`);
  if (named !== undefined && named !== standing.id) throw new Mistake(`What is open for ${of} is ${standing.id}.`);
  return standing;
}

/** What a proposal says, before it is confirmed. */
function sayProposal({ proposal: it, from }: Awaited<ReturnType<typeof successionOf>>): string {
  const what = it.evidence === ZeroHash ? "moves to the new wallet" : "has died; everything goes to the heir";
  const begins = from === 0n ? "once head office has confirmed" : `from ${new Date(Number(from) * 1000).toISOString()}`;
  return `The person of ${it.wallet} ${what} ${it.successor}. Proposed by ${it.proposer}; to be confirmed ${begins}.`;
}

/** Whose confirmations a succession waits for. */
async function keysMissing(context: Context, of: Address): Promise<Missing[]> {
  const standing = await context.contracts.succession.successionOf(of);
  if (!standing.isOpen) return [];
  const { town: home, country: by, isSecond, passesOver } = standing.proposal;
  const place = { town: Number(home), country: home === 0n ? Number(by) : await countryOf(context, Number(home)) };
  const what = ["confirm-succession", { wallet: of }] as const;
  const keys: Promise<Missing>[] = [];
  if (home === 0n || isSecond || passesOver) {
    if (!standing.byHeadOffice) keys.push(missing(context, "head office", place, what));
  }
  if (home > 0n && !standing.byTown) keys.push(missing(context, "Town Ambassador", place, what));
  if (home > 0n && !standing.byCountry) keys.push(missing(context, "Country Ambassador", place, what));
  return Promise.all(keys);
}

async function limitKey(context: Context, of: { town: number | undefined; country: number | undefined }) {
  const { town: ofTown, country: ofCountry } = of;
  return ofTown === undefined
    ? missing(context, "head office", {}, ["confirm-limit", { country: String(ofCountry) }])
    : missing(context, "Country Ambassador", { town: ofTown }, ["confirm-limit", { town: String(ofTown) }]);
}

export const membersActs = {
  "appoint-country-ambassador": sends({
    does: "Appoints a country's ambassador, with their signed acceptance; the first one opens the country.",
    who: "head office; a successor's powers begin after 7 days",
    sends: "TownRegistry.appointCountryAmbassador",
    takes: { country: country(), wallet: wallet("the ambassador's wallet"), ...accepted },
    example: "appoint-country-ambassador --country 710 --wallet 0x… --signed-at 2027-02-22T09:30:00Z --signature 0x…",
    steps: ({ deployment }, { country: of, wallet: to, signedAt, signature: signed }) => ({
      steps: [appointCountryAmbassador(deployment, of, to, { signedAt, signature: signed })],
    }),
  }),
  "remove-country-ambassador": sends({
    does: "Removes a country's ambassador, at once.",
    who: "head office",
    sends: "TownRegistry.removeCountryAmbassador",
    takes: { country: country() },
    example: "remove-country-ambassador --country 710",
    steps: ({ deployment }, { country: of }) => ({ steps: [removeCountryAmbassador(deployment, of)] }),
  }),
  "set-legal-entity": sends({
    does: "States the legal entity of a country.",
    who: "the Country Ambassador",
    sends: "TownRegistry.setLegalEntity",
    takes: {
      country: country(),
      name: words("its name"),
      registration: words("its registration number"),
      document: document("what proves it"),
      uri,
    },
    example: 'set-legal-entity --country 710 --name "One Small Town NPC" --registration 2027/1 --document deed.pdf',
    isRepeatable: true,
    steps: ({ deployment }, { country: of, name, registration, document: hash, uri: place = "" }) => ({
      steps: [
        setLegalEntity(deployment, {
          country: of,
          name,
          registrationNumber: registration,
          document: { hash, uri: place },
        }),
      ],
    }),
  }),
  "found-town": sends({
    does: "Founds a town, whose ambassador, who has accepted, becomes its first resident.",
    who: "head office, in a country that is open",
    sends: "TownRegistry.foundTown",
    takes: {
      country: country(),
      currency: wallet("the address of its currency, which never changes"),
      name: words("its name", 64),
      ...nominee,
      ...accepted,
    },
    example:
      "found-town --country 710 --currency 0x… --name Willowmere --wallet 0x… --until 2029-12-31 --person 0x… --signed-at 2027-02-22T09:30:00Z --signature 0x…",
    isRepeatable: true,
    steps: ({ deployment }, values) => {
      const { country: of, currency, name, wallet: to, until: residentUntil, person, signedAt } = values;
      const acceptance = { signedAt, signature: values.signature };
      const ambassador = { wallet: to, residentUntil, personId: person };
      return { steps: [foundTown(deployment, { country: of, currency, name, ambassador, acceptance })] };
    },
  }),
  "appoint-town-ambassador": sends({
    does: "Appoints a resident for ambassador of their town, with their signed acceptance.",
    who: "head office; a successor's powers begin after 7 days",
    sends: "TownRegistry.appointTownAmbassador",
    takes: { town: town(), wallet: wallet("the ambassador's wallet"), ...accepted },
    example: "appoint-town-ambassador --town 3 --wallet 0x… --signed-at 2027-02-22T09:30:00Z --signature 0x…",
    steps: ({ deployment }, { town: of, wallet: to, signedAt, signature: signed }) => ({
      steps: [appointTownAmbassador(deployment, of, to, { signedAt, signature: signed })],
    }),
  }),
  "appoint-nominee": sends({
    does: "Appoints a town's ambassador whom no registrar has attested, and attests them.",
    who: "head office; a successor's powers begin after 7 days",
    sends: "TownRegistry.appointNominee",
    takes: { town: town(), ...nominee, ...accepted },
    example:
      "appoint-nominee --town 3 --wallet 0x… --until 2029-12-31 --person 0x… --signed-at 2027-02-22T09:30:00Z --signature 0x…",
    steps: ({ deployment }, { town: of, wallet: to, until: residentUntil, person, signedAt, signature: signed }) => ({
      steps: [
        appointNominee(
          deployment,
          of,
          { wallet: to, residentUntil, personId: person },
          { signedAt, signature: signed },
        ),
      ],
    }),
  }),
  "remove-town-ambassador": sends({
    does: "Removes a town's ambassador, at once.",
    who: "head office",
    sends: "TownRegistry.removeTownAmbassador",
    takes: { town: town() },
    example: "remove-town-ambassador --town 3",
    steps: ({ deployment }, { town: of }) => ({ steps: [removeTownAmbassador(deployment, of)] }),
  }),
  "take-back-appointment": sends({
    does: "Takes back the appointment of an ambassador whose powers have not begun.",
    who: "head office",
    sends: "TownRegistry.takeBackAppointment",
    takes: {
      town: optional(town("the town whose ambassador it is to be")),
      country: optional(country("the country whose ambassador it is to be")),
    },
    example: "take-back-appointment --town 3",
    steps: ({ deployment }, of) => ({ steps: [takeBackAppointment(deployment, officeOf(of))] }),
  }),
  "set-plan": sends({
    does: "States a town's plan of the next twelve months; earlier ones stay on record.",
    who: "the Town Ambassador",
    sends: "TownRegistry.setPlan",
    takes: { town: town(), plan: document("the plan"), uri },
    example: "set-plan --town 3 --plan plan.pdf --uri ipfs://…",
    isRepeatable: true,
    steps: ({ deployment }, { town: of, plan, uri: place = "" }) => ({
      steps: [setPlan(deployment, of, { hash: plan, uri: place })],
    }),
  }),
  "record-launch-step": sends({
    does: "Records that one of the twenty steps of a town's launch is done.",
    who: "the Town Ambassador",
    sends: "TownRegistry.recordLaunchStep",
    takes: {
      town: town(),
      step: whole("which of the steps", 1, LAUNCH_STEPS),
      evidence: document("what shows it"),
      uri,
    },
    example: "record-launch-step --town 3 --step 4 --evidence minutes.pdf",
    isRepeatable: true,
    steps: ({ deployment }, { town: of, step, evidence, uri: place = "" }) => ({
      steps: [recordLaunchStep(deployment, of, step, { hash: evidence, uri: place })],
    }),
  }),
  "propose-limit": sends({
    does: "Proposes that more new persons a week may be attested, in a town, or by a country's office.",
    who: "the ambassador whose limit it is; the second key confirms it within 30 days",
    sends: "TownRegistry.proposeAttestationLimit",
    takes: { town: office.town, country: office.country, aWeek },
    example: "propose-limit --town 3 --a-week 800",
    steps: ({ deployment }, { aWeek: limit, town: ofTown, country: ofCountry }) => ({
      steps: [proposeAttestationLimit(deployment, officeOf({ town: ofTown, country: ofCountry }), limit)],
    }),
    missing: async (context, of) => [await limitKey(context, of)],
  }),
  "confirm-limit": sends({
    does: "Confirms exactly the limit of new persons a week that was proposed.",
    who: "the Country Ambassador of a town's, head office of a country's",
    sends: "TownRegistry.confirmAttestationLimit",
    takes: office,
    example: "confirm-limit --town 3",
    steps: async ({ deployment, contracts }, of) => {
      const role = officeOf(of);
      const { proposed, aWeek: limit } = await contracts.townRegistry.attestationLimitOf(role);
      if (proposed === 0n) throw new Mistake("No limit is proposed.");
      const notes = [`It rises from ${limit} new persons a week to ${proposed}.`];
      return { steps: [confirmAttestationLimit(deployment, role, Number(proposed))], notes };
    },
  }),
  "lower-limit": sends({
    does: "Lowers how many new persons a week may be attested, at once.",
    who: "the ambassador whose limit it is",
    sends: "TownRegistry.lowerAttestationLimit",
    takes: { town: office.town, country: office.country, aWeek },
    example: "lower-limit --town 3 --a-week 20",
    steps: ({ deployment }, { aWeek: limit, town: ofTown, country: ofCountry }) => ({
      steps: [lowerAttestationLimit(deployment, officeOf({ town: ofTown, country: ofCountry }), limit)],
    }),
  }),
  "take-back-limit": sends({
    does: "Takes back a limit that waits for the second key.",
    who: "the ambassador whose limit it is",
    sends: "TownRegistry.takeBackAttestationLimit",
    takes: office,
    example: "take-back-limit --town 3",
    steps: ({ deployment }, of) => ({ steps: [takeBackAttestationLimit(deployment, officeOf(of))] }),
  }),
  attest: sends({
    does: `Attests residents and admits those who join, from a CSV file with the columns wallet, until, joins, and person; or kind and number of a document instead, from which the person's id is reckoned with the key in ${PERSON_KEY}. Who is attested already is left out, so that it can be run again.`,
    who: "a registrar",
    sends: "MemberRegistry.attest",
    takes: { town: town(), file: table("the residents, in the order of their member numbers") },
    operand: "file",
    example: "attest residents.csv --town 3",
    steps: async (context, { town: of, file }) => {
      const rows = rowsOf<Resident>(file, ["wallet", "until", "joins"], ["person", "kind", "number"]);
      const home = await countryOf(context, of);
      const all: Attestation[] = readRows(rows, (cells) => ({
        wallet: readWallet(cells.wallet),
        residentUntil: readUntil(cells.until),
        joins: readJoins(cells.joins),
        personId: personOf(home, cells),
      }));
      const left = await thosePersons(context, all, (person, one) => !isAttested(person, of, one));
      const steps = inBatches(left, MOST_PEOPLE).map((batch) => attestResidents(context.deployment, of, batch));
      const done = all.length - left.length;
      return { steps, notes: [`${left.length} to attest${done > 0 ? `; ${done} are attested already` : ""}.`] };
    },
  }),
  "attest-first-registrar": sends({
    does: "Attests one whom the Town Ambassador has named for first registrar.",
    who: "the Town Ambassador, until a registrar was confirmed",
    sends: "MemberRegistry.attestFirstRegistrar",
    takes: { town: town(), ...nominee },
    example: "attest-first-registrar --town 3 --wallet 0x… --until 2029-12-31 --person 0x…",
    steps: ({ deployment }, { town: of, wallet: to, until: residentUntil, person }) => ({
      steps: [attestFirstRegistrar(deployment, of, { wallet: to, residentUntil, personId: person })],
    }),
    missing: async (context, { town: of, wallet: to }) => [
      await missing(context, "Country Ambassador", { town: of }, [
        "confirm-key",
        { town: String(of), role: "registrar", wallet: to },
      ]),
    ],
  }),
  "attest-outsiders": sends({
    does: "Attests persons who live in no registered town, from a CSV file with the columns wallet, country, person.",
    who: "a Country Ambassador",
    sends: "MemberRegistry.attestOutsiders",
    takes: { country: country("of which country you are the ambassador"), file: table("the persons") },
    operand: "file",
    example: "attest-outsiders friends.csv --country 710",
    steps: async (context, { country: of, file }) => {
      const all = readRows(rowsOf(file, ["wallet", "country", "person"]), (cells) => ({
        wallet: readWallet(cells.wallet),
        country: country().read(cells.country),
        personId: readBytes32(cells.person),
      }));
      const left = await thosePersons(context, all, (person, one) => person.town > 0 || person.country !== one.country);
      const steps = inBatches(left, MOST_PEOPLE).map((batch) => attestOutsiders(context.deployment, of, batch));
      const done = all.length - left.length;
      return { steps, notes: [`${left.length} to attest${done > 0 ? `; ${done} are attested already` : ""}.`] };
    },
  }),
  "sign-admission": signs({
    does: "Signs that a wallet is attested and joins the town; the person, or anybody, sends it with join.",
    who: "a registrar; it counts for at most 30 days, once, while the registrar is in office",
    takes: {
      town: admission.town,
      wallet: admission.wallet,
      person: admission.person,
      until: admission.until,
      deadline: optional(until("until when it counts; 14 days when none is said")),
    },
    example: "sign-admission --town 3 --wallet 0x… --person 0x… --until 2029-12-31",
    signs: async ({ contracts, deployment, now }, values) => {
      const { town: of, wallet: to, person, until: residentUntil, deadline = now + 14 * DAY } = values;
      const { nonce } = await contracts.memberRegistry.personOf(to);
      const message = { town: of, wallet: to, personId: person, residentUntil, nonce, deadline: BigInt(deadline) };
      return {
        signable: admissionToSign(deployment, message),
        verb: "join",
        options: (signed, signer) => ({
          town: String(of),
          wallet: to,
          person,
          until: writtenTime(residentUntil),
          nonce: String(nonce),
          deadline: writtenTime(deadline),
          registrar: signer,
          signature: signed,
        }),
      };
    },
  }),
  join: sends({
    does: "Joins a town by a registrar's signed admission.",
    who: "anyone, for the person it is about",
    sends: "MemberRegistry.join",
    takes: { ...admission, registrar: wallet("who signed"), signature: signature("what they signed") },
    example:
      "join --town 3 --wallet 0x… --person 0x… --until 2029-12-31 --nonce 0 --deadline 2027-03-08T09:00:00Z --registrar 0x… --signature 0x…",
    steps: ({ deployment }, values) => ({
      steps: [joinTown(deployment, admissionOf(values), values.registrar, values.signature)],
    }),
  }),
  "revoke-admission": sends({
    does: "Revokes an admission that you signed.",
    who: "the registrar who signed it",
    sends: "MemberRegistry.revokeAdmission",
    takes: admission,
    example:
      "revoke-admission --town 3 --wallet 0x… --person 0x… --until 2029-12-31 --nonce 0 --deadline 2027-03-08T09:00:00Z",
    isRepeatable: true,
    steps: ({ deployment }, values) => ({ steps: [revokeAdmission(deployment, admissionOf(values))] }),
  }),
  "move-house": sends({
    does: "Announces that you move: to a town, whose registrar then attests you, or to a country without one.",
    who: "any person, for themself",
    sends: "MemberRegistry.moveHouse",
    takes: {
      town: optional(town("the town to which you move")),
      country: optional(country("the country, where you move to none of its towns")),
    },
    example: "move-house --town 4",
    isRepeatable: true,
    steps: async (context, { town: toTown, country: toCountry }) => {
      if ((toTown === undefined) === (toCountry === undefined))
        throw new Mistake("Say either --town N or --country CODE.");
      const place = toTown === undefined ? (toCountry ?? 0) : await countryOf(context, toTown);
      return { steps: [moveHouse(context.deployment, toTown ?? 0, place)] };
    },
  }),
  resign: sends({
    does: "Leaves the contribution force. What you earned stays yours.",
    who: "any member, for themself",
    sends: "MemberRegistry.resign",
    takes: {},
    example: "resign",
    steps: ({ deployment }) => ({ steps: [resign(deployment)] }),
  }),
  "propose-suspension": sends({
    does: "Proposes to suspend a person, with a reason of which the chain keeps the hash.",
    who: "a registrar",
    sends: "MemberRegistry.proposeSuspension",
    takes: { wallet: wallet("who is to be suspended"), reason: document("the reason") },
    example: "propose-suspension --wallet 0x… --reason reason.txt",
    steps: ({ deployment }, { wallet: of, reason }) => ({ steps: [proposeSuspension(deployment, of, reason)] }),
    missing: async (context, { wallet: of }) => [
      await missing(context, "Town Ambassador", { town: await homeOf(context, of) }, [
        "confirm-suspension",
        { wallet: of },
      ]),
    ],
  }),
  "confirm-suspension": sends({
    does: "Confirms exactly the suspension that was proposed.",
    who: "the Town Ambassador",
    sends: "MemberRegistry.confirmSuspension",
    takes: {
      wallet: wallet("who is to be suspended"),
      reason: optional(document("the reason, to hold it against what was proposed")),
    },
    example: "confirm-suspension --wallet 0x… --reason reason.txt",
    steps: async ({ deployment, contracts }, { wallet: of, reason }) => {
      const { proposer, reason: proposed } = await contracts.memberRegistry.suspensionOf(of);
      if (proposer === ZeroAddress) throw new Mistake(`Nobody has proposed to suspend ${of}.`);
      if (reason !== undefined && reason !== proposed)
        throw new Mistake(`The reason that was proposed has the hash ${proposed}, and this one ${reason}.`);
      const notes = [`${proposer} proposes to suspend ${of} for the reason with the hash ${proposed}.`];
      return { steps: [confirmSuspension(deployment, of, proposed as Hex)], notes };
    },
  }),
  "take-back-suspension": sends({
    does: "Takes back a suspension that waits for the Town Ambassador.",
    who: "the registrar who proposed it",
    sends: "MemberRegistry.takeBackSuspension",
    takes: { wallet: wallet("who was to be suspended") },
    example: "take-back-suspension --wallet 0x…",
    steps: ({ deployment }, { wallet: of }) => ({ steps: [takeBackSuspension(deployment, of)] }),
  }),
  reinstate: sends({
    does: "Reverses a suspension, as if it had never been.",
    who: "the Country Ambassador",
    sends: "MemberRegistry.reinstate",
    takes: { wallet: wallet("who was suspended") },
    example: "reinstate --wallet 0x…",
    steps: ({ deployment }, { wallet: of }) => ({ steps: [reinstate(deployment, of)] }),
  }),
  "set-nominee": sends({
    does: "Names who gets what is yours after your death; a contract wallet says by it that it is a person's.",
    who: "any wallet, for itself",
    sends: "Succession.setNominee",
    takes: { nominee: wallet("who gets it") },
    example: "set-nominee --nominee 0x…",
    isRepeatable: true,
    steps: ({ deployment }, { nominee: to }) => ({ steps: [setNominee(deployment, to)] }),
  }),
  "sign-new-wallet": signs({
    does: "Signs, with a new wallet, that it takes over what a lost one holds; a registrar proposes it.",
    who: "the new wallet; it counts for at most 30 days",
    takes: {
      wallet: wallet("the wallet that was lost"),
      deadline: optional(until("until when it counts; 14 days when none is said")),
    },
    example: "sign-new-wallet --wallet 0x…",
    signs: ({ deployment, now, sender }, { wallet: old, deadline = now + 14 * DAY }) => ({
      signable: newWalletToSign(deployment, { wallet: old, newWallet: sender(), deadline: BigInt(deadline) }),
      verb: "propose-move",
      options: (signed, signer) => ({
        wallet: old,
        newWallet: signer,
        deadline: writtenTime(deadline),
        signature: signed,
      }),
    }),
  }),
  "propose-move": sends({
    does: "Proposes the new wallet of a person who lost theirs, which has signed for it.",
    who: "a registrar; of a person of no registered town the Country Ambassador",
    sends: "Succession.proposeMove",
    takes: {
      wallet: wallet("the wallet that was lost"),
      newWallet: wallet("the new one"),
      deadline: moment("until when its word counts, as sign-new-wallet prints it"),
      signature: signature("what the new wallet signed"),
    },
    example: "propose-move --wallet 0x… --new-wallet 0x… --deadline 2027-03-08T09:00:00Z --signature 0x…",
    steps: ({ deployment }, { wallet: old, newWallet, deadline, signature: signed }) => ({
      steps: [proposeMove(deployment, { wallet: old, newWallet, deadline: BigInt(deadline), signature: signed })],
    }),
    missing: async (context, { wallet: of }) => keysMissing(context, of),
  }),
  "propose-closing": sends({
    does: "Proposes that an heir follows a person who has died.",
    who: "a registrar; of a person of no registered town the Country Ambassador",
    sends: "Succession.proposeClosing",
    takes: {
      wallet: wallet("who died"),
      heir: wallet("who gets what was theirs: the nominee, or where there is none another"),
      evidence: document("what proves the death"),
    },
    example: "propose-closing --wallet 0x… --heir 0x… --evidence certificate.pdf",
    steps: ({ deployment }, { wallet: of, heir, evidence }) => ({
      steps: [proposeClosing(deployment, of, heir, evidence)],
    }),
    missing: async (context, { wallet: of }) => keysMissing(context, of),
  }),
  "confirm-succession": sends({
    does: "Confirms a new wallet, or an heir, after the days in which the old wallet may object.",
    who: "the Town Ambassador and the Country Ambassador; head office where a third key is needed",
    sends: "Succession.confirm",
    takes: {
      ...proposal,
      tokens: optional(wallets("share tokens, and INFINITY, that the last confirmation moves as well")),
    },
    example: "confirm-succession --wallet 0x…",
    steps: async (context, { wallet: of, succession, tokens = [] }) => {
      const standing = await successionOf(context, of, succession);
      const step = confirmSuccession(context.deployment, of, standing.id as Hex, tokens);
      return { steps: [step], notes: [sayProposal(standing)] };
    },
    missing: async (context, { wallet: of }) => keysMissing(context, of),
  }),
  "refuse-succession": sends({
    does: "Refuses a new wallet, or an heir.",
    who: "an ambassador or registrar of the person's town; of a person of none head office or the Country Ambassador",
    sends: "Succession.refuse",
    takes: proposal,
    example: "refuse-succession --wallet 0x…",
    steps: async (context, { wallet: of, succession }) => {
      const standing = await successionOf(context, of, succession);
      return { steps: [refuseSuccession(context.deployment, of, standing.id as Hex)], notes: [sayProposal(standing)] };
    },
  }),
  "object-to-succession": sends({
    does: "Objects, with the wallet that is said to be lost: it is not.",
    who: "that wallet",
    sends: "Succession.object",
    takes: { succession: proposal.succession },
    example: "object-to-succession",
    steps: async (context, { succession }) => {
      const standing = await successionOf(context, context.sender(), succession);
      return { steps: [objectToSuccession(context.deployment, standing.id as Hex)], notes: [sayProposal(standing)] };
    },
  }),
  "sign-succession-objection": signs({
    does: "Signs the same, for somebody else to send.",
    who: "the wallet that is said to be lost",
    takes: { succession: proposal.succession },
    example: "sign-succession-objection",
    signs: async (context, { succession }) => {
      const of = context.sender();
      const standing = await successionOf(context, of, succession);
      const open = standing.id as Hex;
      return {
        signable: successionObjectionToSign(context.deployment, open),
        verb: "send-succession-objection",
        options: (signed) => ({ wallet: of, succession: open, signature: signed }),
      };
    },
  }),
  "send-succession-objection": sends({
    does: "Sends the objection that the wallet has signed which is said to be lost.",
    who: "anyone",
    sends: "Succession.objectWithSignature",
    takes: { ...proposal, signature: signature("what the wallet signed") },
    example: "send-succession-objection --wallet 0x… --succession 0x… --signature 0x…",
    steps: async (context, { wallet: of, succession, signature: signed }) => {
      const standing = await successionOf(context, of, succession);
      return { steps: [objectToSuccessionWithSignature(context.deployment, of, standing.id as Hex, signed)] };
    },
  }),
  forget: sends({
    does: "Clears what is kept of successions that have ended by themselves, so that claims cost less again.",
    who: "anyone",
    sends: "Succession.forget",
    takes: { wallets: wallets("whose successions have ended") },
    example: "forget --wallets 0x…,0x…",
    isRepeatable: true,
    steps: ({ deployment }, { wallets: of }) => ({ steps: [forgetSuccessions(deployment, of)] }),
  }),
} satisfies Record<string, Act>;

/** A person's town. */
async function homeOf({ contracts }: Context, of: Address): Promise<number> {
  const { town: home } = await contracts.memberRegistry.personOf(of);
  return Number(home);
}

function admissionOf(values: {
  town: number;
  wallet: Address;
  person: Hex;
  until: number;
  nonce: number;
  deadline: number;
}) {
  const { town: of, wallet: to, person, until: residentUntil, nonce, deadline } = values;
  return { town: of, wallet: to, personId: person, residentUntil, nonce: BigInt(nonce), deadline: BigInt(deadline) };
}
