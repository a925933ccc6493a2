import { msg } from "@lingui/core/macro";
import type { authorityEvents as abi } from "@one-small-town/core/abis/authorityEvents.ts";
import { roleName } from "../errors/roleName.ts";
import { dateTime, duration } from "../format.ts";
import { signingEvents } from "./commonEvents.ts";
import type { Sentences } from "./Sentence.ts";

export const authoritySentences: Sentences<typeof abi> = {
  ...signingEvents,
  KeyNamed: ({ role, wallet, by }, { who }) =>
    msg`${who(by)} named ${who(wallet)} for this role: ${roleName(role)}. The Country Ambassador must still agree.`,
  NamingTakenBack: ({ role, wallet, by }, { who }) =>
    msg`${who(by)} took back that ${who(wallet)} is to get this role: ${roleName(role)}.`,
  AmbassadorAppointed: ({ role, wallet, actsFrom }, { who }) =>
    msg`${who(wallet)} was named ${roleName(role)}, and can act from ${dateTime(Number(actsFrom))} on.`,
  RoleGranted: ({ role, account, sender }, { who }) =>
    msg`${who(sender)} gave ${who(account)} this role: ${roleName(role)}.`,
  RoleRevoked: ({ role, account, sender }, { who }) =>
    msg`${who(sender)} took this role from ${who(account)}: ${roleName(role)}.`,
  RoleAdminChanged: ({ role }) => msg`It was set who gives this role: ${roleName(role)}.`,
  DefaultAdminTransferScheduled: ({ newAdmin, acceptSchedule }, { who }) =>
    msg`${who(newAdmin)} was offered head office, and can take it from ${dateTime(acceptSchedule)} on.`,
  DefaultAdminTransferCanceled: () => msg`The offer of head office to a new wallet was taken back.`,
  DefaultAdminDelayChangeScheduled: ({ newDelay, effectSchedule }) =>
    msg`From ${dateTime(effectSchedule)} on, a new head office must wait this long: ${duration(newDelay)}.`,
  DefaultAdminDelayChangeCanceled: () => msg`The new wait for head office was taken back.`,
};
