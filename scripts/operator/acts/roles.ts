import { acceptanceDomain, acceptanceTypes } from "@one-small-town/core/roles/acceptance.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import {
  acceptHeadOfficeTransfer,
  beginHeadOfficeTransfer,
  cancelHeadOfficeTransfer,
  changeHeadOfficeDelay,
  confirmKey,
  grantRole,
  nameForKey,
  renounceRole,
  revokeRole,
  rollbackHeadOfficeDelay,
  takeBackNaming,
} from "@one-small-town/core/roles/steps.ts";
import type { Hex } from "viem";
import { Mistake } from "../../commands/Mistake.mjs";
import { type Act, sends, signs } from "./Act.ts";
import { country, moment, oneOf, optional, signature, town, wallet, whole } from "./arguments.ts";
import { missing } from "./offices.ts";

const DAY = 86_400;
const KEYS = ["registrar", "coordinator"] as const;
const PLAIN = ["steward", "project-manager"] as const;
const OF_TOWN = ["town-ambassador", ...KEYS, ...PLAIN] as const;

const OF_A_TOWN = {
  registrar: roleIds.registrar,
  coordinator: roleIds.coordinator,
  steward: roleIds.steward,
  "project-manager": roleIds.projectManager,
  "town-ambassador": roleIds.townAmbassador,
} as const;

const key = { town: town(), role: oneOf("the key", KEYS), wallet: wallet("whose key it is to be") };

/** What a signed acceptance adds to whoever appoints by it. */
export const accepted = {
  signedAt: moment("when the wallet signed that it takes the office: as sign-acceptance prints it"),
  signature: signature("what it signed"),
};

export const rolesActs = {
  "sign-acceptance": signs({
    does: "Signs that your wallet takes an office, which others then give it.",
    who: "whoever is to hold the office; it counts for 30 days, once",
    takes: {
      role: oneOf("the office", ["country-ambassador", "town-ambassador", ...KEYS]),
      town: optional(town("of which town, but for a Country Ambassador")),
      country: optional(country("of which country, for a Country Ambassador")),
    },
    example: "sign-acceptance --role registrar --town 3",
    signs: (context, { role, town: ofTown, country: ofCountry }) => {
      const { now, deployment, sender } = context;
      const isOfCountry = role === "country-ambassador";
      const scope = isOfCountry ? ofCountry : ofTown;
      if (scope === undefined) throw new Mistake(isOfCountry ? "Say which --country CODE." : "Say which --town N.");
      const id: Hex = isOfCountry ? roleIds.countryAmbassador(scope) : OF_A_TOWN[role](scope);
      const verb = { "country-ambassador": "appoint-country-ambassador", "town-ambassador": "appoint-town-ambassador" };
      return {
        signable: {
          domain: acceptanceDomain(deployment),
          types: acceptanceTypes,
          primaryType: "Acceptance",
          message: { role: id, wallet: sender(), signedAt: now },
        },
        verb: role === "registrar" || role === "coordinator" ? "name-key" : verb[role],
        options: (signed, signer) => ({
          ...(isOfCountry ? { country: String(scope) } : { town: String(scope) }),
          ...(role === "registrar" || role === "coordinator" ? { role } : {}),
          wallet: signer,
          signedAt: new Date(now * 1000).toISOString().replace(".000", ""),
          signature: signed,
        }),
      };
    },
  }),
  "name-key": sends({
    does: "Names a registrar or coordinator, with the acceptance that the wallet has signed.",
    who: "the Town Ambassador; the Country Ambassador confirms it within 30 days",
    sends: "Authority.nameForKey",
    takes: { ...key, ...accepted },
    example: "name-key --town 3 --role registrar --wallet 0x… --signed-at 2027-02-22T09:30:00Z --signature 0x…",
    steps: ({ deployment }, { town: of, role, wallet: to, signedAt, signature: signed }) => ({
      steps: [nameForKey(deployment, OF_A_TOWN[role](of), to, { signedAt, signature: signed })],
    }),
    missing: async (context, { town: of, role, wallet: to }) => [
      await missing(context, "Country Ambassador", { town: of }, [
        "confirm-key",
        { town: String(of), role, wallet: to },
      ]),
    ],
  }),
  "confirm-key": sends({
    does: "Confirms exactly the wallet that was named for a key, which then is there.",
    who: "the Country Ambassador",
    sends: "Authority.confirmKey",
    takes: key,
    example: "confirm-key --town 3 --role registrar --wallet 0x…",
    steps: ({ deployment }, { town: of, role, wallet: to }) => ({
      steps: [confirmKey(deployment, OF_A_TOWN[role](of), to)],
    }),
  }),
  "take-back-naming": sends({
    does: "Takes back a naming that nobody has confirmed yet.",
    who: "the Town Ambassador, or the wallet that was named",
    sends: "Authority.takeBackNaming",
    takes: key,
    example: "take-back-naming --town 3 --role coordinator --wallet 0x…",
    steps: ({ deployment }, { town: of, role, wallet: to }) => ({
      steps: [takeBackNaming(deployment, OF_A_TOWN[role](of), to)],
    }),
  }),
  "grant-role": sends({
    does: "Gives a resident a role that is no key: a steward's, or a project manager's.",
    who: "the Town Ambassador",
    sends: "Authority.grantRole",
    takes: { town: town(), role: oneOf("the role", PLAIN), wallet: wallet("who gets it") },
    example: "grant-role --town 3 --role steward --wallet 0x…",
    steps: ({ deployment }, { town: of, role, wallet: to }) => ({
      steps: [grantRole(deployment, OF_A_TOWN[role](of), to)],
    }),
  }),
  "revoke-role": sends({
    does: "Takes a role of a town away, at once.",
    who: "the Town Ambassador, or the Country Ambassador",
    sends: "Authority.revokeRole",
    takes: { town: town(), role: oneOf("the role", [...KEYS, ...PLAIN]), wallet: wallet("who loses it") },
    example: "revoke-role --town 3 --role coordinator --wallet 0x…",
    steps: ({ deployment }, { town: of, role, wallet: from }) => ({
      steps: [revokeRole(deployment, OF_A_TOWN[role](of), from)],
    }),
  }),
  "leave-role": sends({
    does: "Gives up a role of your own wallet, at once.",
    who: "whoever holds it",
    sends: "Authority.renounceRole",
    takes: {
      role: oneOf("the role", ["country-ambassador", ...OF_TOWN]),
      town: optional(town("of which town, but for a Country Ambassador")),
      country: optional(country("of which country, for a Country Ambassador")),
    },
    example: "leave-role --town 3 --role steward",
    steps: ({ deployment, sender }, { role, town: ofTown, country: ofCountry }) => {
      const scope = role === "country-ambassador" ? ofCountry : ofTown;
      if (scope === undefined)
        throw new Mistake(role === "country-ambassador" ? "Say which --country CODE." : "Say which --town N.");
      const id = role === "country-ambassador" ? roleIds.countryAmbassador(scope) : OF_A_TOWN[role](scope);
      return { steps: [renounceRole(deployment, id, sender())] };
    },
  }),
  "hand-over-head-office": sends({
    does: "Names the wallet that is to follow head office, which takes over after the delay.",
    who: "head office",
    sends: "Authority.beginDefaultAdminTransfer",
    takes: { wallet: wallet("head office's next wallet") },
    example: "hand-over-head-office --wallet 0x…",
    steps: ({ deployment }, { wallet: to }) => ({ steps: [beginHeadOfficeTransfer(deployment, to)] }),
    missing: (_, { wallet: to }) => [
      { who: "the wallet that was named", wallet: to, verb: "accept-head-office", options: {} },
    ],
  }),
  "accept-head-office": sends({
    does: "Takes head office over, after the delay.",
    who: "the wallet that head office named",
    sends: "Authority.acceptDefaultAdminTransfer",
    takes: {},
    example: "accept-head-office",
    steps: ({ deployment }) => ({ steps: [acceptHeadOfficeTransfer(deployment)] }),
  }),
  "keep-head-office": sends({
    does: "Takes back whom head office named to follow it.",
    who: "head office",
    sends: "Authority.cancelDefaultAdminTransfer",
    takes: {},
    example: "keep-head-office",
    isRepeatable: true,
    steps: ({ deployment }) => ({ steps: [cancelHeadOfficeTransfer(deployment)] }),
  }),
  "change-head-office-delay": sends({
    does: "Changes how long a wallet that is to follow head office waits.",
    who: "head office",
    sends: "Authority.changeDefaultAdminDelay",
    takes: { days: whole("days of waiting", 3, 30) },
    example: "change-head-office-delay --days 14",
    isRepeatable: true,
    steps: ({ deployment }, { days }) => ({ steps: [changeHeadOfficeDelay(deployment, days * DAY)] }),
  }),
  "keep-head-office-delay": sends({
    does: "Takes back a change of head office's delay that is not in force yet.",
    who: "head office",
    sends: "Authority.rollbackDefaultAdminDelay",
    takes: {},
    example: "keep-head-office-delay",
    isRepeatable: true,
    steps: ({ deployment }) => ({ steps: [rollbackHeadOfficeDelay(deployment)] }),
  }),
} satisfies Record<string, Act>;
