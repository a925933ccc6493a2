import { msg } from "@lingui/core/macro";
import { shortAddress } from "@one-small-town/core/text.ts";
import { ACCEPTANCE_LASTS, NAMING_LASTS } from "@one-small-town/core/rules/Authority.ts";
import { count, dateTime, duration, span } from "../format.ts";
import { roleName } from "./roleName.ts";
import type { ErrorName, Sentences } from "./Sentence.ts";

type RolesError = Extract<ErrorName, `AccessControl${string}` | `Authority${string}`>;

export const rolesErrors: Sentences<RolesError> = {
  AccessControlBadConfirmation: () =>
    msg`You can give up a role of your own wallet only. Check the address, then try again.`,
  AccessControlEnforcedDefaultAdminDelay: ([schedule]) =>
    schedule === 0
      ? msg`No new wallet was named for head office. Name it first, then wait until it may take over.`
      : msg`Head office can change hands from ${dateTime(schedule)} on. Please wait until then.`,
  AccessControlEnforcedDefaultAdminRules: () =>
    msg`Head office is not given like other roles. Name the new wallet first. It then takes over after a wait.`,
  AccessControlInvalidDefaultAdmin: ([wallet]) =>
    msg`Head office was not offered to the wallet ${shortAddress(wallet)}. Use the wallet it was offered to.`,
  AccessControlUnauthorizedAccount: ([wallet, role]) =>
    msg`The wallet ${shortAddress(wallet)} may not do this. It needs this role: ${roleName(role)}. Use a wallet that has it.`,
  AuthorityAcceptanceNotNow: ([signedAt]) =>
    msg`The wallet said yes to this role on ${dateTime(Number(signedAt))}. That counts for ${span(ACCEPTANCE_LASTS)}. Ask for a new yes.`,
  AuthorityAcceptanceUsed: ([role, wallet]) =>
    msg`What the wallet ${shortAddress(wallet)} signed for this role was used before: ${roleName(role)}. Ask for a new yes.`,
  AuthorityDelayOutOfBounds: ([, least, most]) =>
    msg`The wait must be between ${duration(Number(least))} and ${duration(Number(most))}. Choose one between.`,
  AuthorityInOffice: ([role, holder]) =>
    msg`The wallet ${shortAddress(holder)} holds this role or waits for it: ${roleName(role)}. End that first.`,
  AuthorityIsKey: ([role]) =>
    msg`Nobody is just given this role: ${roleName(role)}. The person must say yes, and two others must agree.`,
  AuthorityNamedAlready: ([role, wallet]) =>
    msg`The wallet ${shortAddress(wallet)} is named for this role: ${roleName(role)}. The Country Ambassador must agree now.`,
  AuthorityNobodyWaits: ([role]) =>
    msg`Nobody waits for this role: ${roleName(role)}. So there is nothing to take back.`,
  AuthorityNotAccepted: ([role, wallet]) =>
    msg`The wallet ${shortAddress(wallet)} did not sign a yes to just this role: ${roleName(role)}. Ask the person to sign.`,
  AuthorityNotAnAmbassador: ([role]) =>
    msg`Head office names ambassadors only, and this is another role: ${roleName(role)}. Ask the Town Ambassador.`,
  AuthorityNotNamed: ([role, wallet]) =>
    msg`No Town Ambassador in office has named the wallet ${shortAddress(wallet)} in the last ${span(NAMING_LASTS)} for this: ${roleName(role)}. Ask for it first.`,
  AuthorityNotToBeNamed: ([role]) =>
    msg`Only registrars and coordinators are named like this, and this is another role: ${roleName(role)}.`,
  AuthorityNotYourNaming: ([, wallet]) =>
    msg`Only the Town Ambassador or the wallet ${shortAddress(wallet)} itself can take this back. Ask one of them.`,
  AuthorityNoWallet: ([role]) =>
    msg`No wallet was named for this role: ${roleName(role)}. Enter the address of the wallet.`,
  AuthorityNotMemberRegistry: () =>
    msg`Only the list of members can do this. No wallet can, so there is nothing to do.`,
  AuthorityNotResident: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} is not that of somebody who lives in this town. Ask a registrar to register the person first.`,
  AuthorityTooManyNamings: ([, most]) =>
    msg`There are ${count(most)} people named in this town who wait for a yes. Wait for one, or take one back.`,
  AuthoritySecondKey: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} has a key role now. Nobody may have two of them. Choose another person.`,
};
