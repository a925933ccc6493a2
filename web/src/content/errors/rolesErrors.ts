import { msg } from "@lingui/core/macro";
import { shortAddress } from "@one-small-town/core/text.ts";
import { dateTime } from "../format.ts";
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
  AuthorityInOffice: ([role, holder]) =>
    msg`The wallet ${shortAddress(holder)} holds this role now: ${roleName(role)}. Remove it from the role first.`,
  AuthorityNoWallet: ([role]) =>
    msg`No wallet was named for this role: ${roleName(role)}. Enter the address of the wallet.`,
  AuthorityNotMemberRegistry: () =>
    msg`Only the list of members can do this. No wallet can, so there is nothing to do.`,
  AuthorityNotResident: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} is not that of somebody who lives in this town. Ask a registrar to register the person first.`,
  AuthoritySecondKey: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} has a key role now. Nobody may have two of them. Choose another person.`,
};
