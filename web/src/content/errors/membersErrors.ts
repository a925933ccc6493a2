import { msg } from "@lingui/core/macro";
import { shortAddress } from "../../lib/shortAddress.ts";
import { count, countryName, dateTime } from "../format.ts";
import { roleName } from "./roleName.ts";
import type { ErrorName, Sentences } from "./Sentence.ts";

type MembersError = Extract<ErrorName, `MemberRegistry${string}` | `TownRegistry${string}`>;

export const membersErrors: Sentences<MembersError> = {
  MemberRegistryBadCountry: ([country]) =>
    msg`There is no country with the code ${String(country)}. Choose the country from the list.`,
  MemberRegistryBadResidency: ([, , latest]) =>
    msg`The person must live here until a day to come, at most three years ahead. Choose a day before ${dateTime(Number(latest))}.`,
  MemberRegistryBadSignature: ([registrar]) =>
    msg`The wallet ${shortAddress(registrar)} of the registrar did not sign just this. Ask the registrar to sign once more.`,
  MemberRegistryExpired: ([deadline]) =>
    msg`What the registrar signed was good until ${dateTime(Number(deadline))}. Ask for a new one.`,
  MemberRegistryFirstRegistrarAttested: () =>
    msg`This town has its first registrar. Ask a registrar to register this person.`,
  MemberRegistryLivesElsewhere: ([wallet, town]) =>
    msg`The person with the wallet ${shortAddress(wallet)} lives in town number ${String(town)}. If they move, they must say so first, with their own wallet.`,
  MemberRegistryMissing: () => msg`The wallet or the code of the person is missing. Fill in both, then try again.`,
  MemberRegistryNoHome: () =>
    msg`Your wallet is not on the list of any town, so there is no home to move from. Ask at your town office.`,
  MemberRegistryNoReason: () => msg`The file with the reason is missing. Choose it, then try again.`,
  MemberRegistryNotCountryAmbassador: ([country]) =>
    msg`Only the Country Ambassador of ${countryName(country)} can do this. Use that wallet, or ask that person.`,
  MemberRegistryNotMember: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} is not that of a member now. Load the page again, or ask at the town office.`,
  MemberRegistryNotRegistrar: () =>
    msg`Only a registrar of this town can do this. Use the wallet of one, or ask at the town office.`,
  MemberRegistryNotSuccession: () =>
    msg`Only the contract that replaces lost wallets can do this. No wallet can, so there is nothing to do.`,
  MemberRegistryNotSuspended: ([wallet]) =>
    msg`The person with the wallet ${shortAddress(wallet)} is not suspended. There is nothing to undo.`,
  MemberRegistryNotTownRegistry: () =>
    msg`Only the list of towns can do this. No wallet can, so there is nothing to do.`,
  MemberRegistryOtherCountry: ([wallet, country]) =>
    msg`The person with the wallet ${shortAddress(wallet)} is listed in ${countryName(country)}. Ask the ambassador there.`,
  MemberRegistryOverLimit: ([, attested, limit]) =>
    msg`A registrar can add ${count(limit)} people a week. This would make ${count(attested)}. Add fewer, or wait until Monday.`,
  MemberRegistryPersonKnown: ([, wallet]) =>
    msg`This person is known with another wallet: ${shortAddress(wallet)}. Each person has one. Use that wallet.`,
  MemberRegistrySuperseded: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} is out of use for good. What was its owner’s belongs to another wallet now. Use that one.`,
  MemberRegistrySuspended: ([wallet]) =>
    msg`The person with the wallet ${shortAddress(wallet)} is suspended. Only the Country Ambassador can undo that. Ask there first.`,
  MemberRegistrySuspensionNotProposed: ([wallet]) =>
    msg`No registrar asked to suspend the person with the wallet ${shortAddress(wallet)} for this reason. Load the page again, and look at what was asked.`,
  MemberRegistryTownFull: ([, members]) =>
    msg`This town has ${count(members)} members. It has no room for more. Please tell head office.`,
  MemberRegistryWalletTaken: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} belongs to another person. Ask the person for a wallet of their own.`,
  TownRegistryBadCountry: ([country]) =>
    msg`There is no country with the code ${String(country)}. Choose the country from the list.`,
  TownRegistryBadName: ([name]) =>
    name === ""
      ? msg`A town needs a name. Write one, then try again.`
      : msg`This name is too long for a town: “${name}”. Choose a name of at most 64 letters.`,
  TownRegistryCountryNotOpen: ([country]) =>
    msg`${countryName(country)} has no Country Ambassador in office. Head office must name one first.`,
  TownRegistryDormant: () =>
    msg`This town sleeps: it needs both a Town and a Country Ambassador in office. Ask head office to name who is missing.`,
  TownRegistryNoAmbassador: ([role]) =>
    msg`Nobody holds this role: ${roleName(role)}. So there is nobody to remove. Look at the page again.`,
  TownRegistryNoDocument: () => msg`A document is missing. Choose the file, then try again.`,
  TownRegistryNoSuchTown: ([town]) =>
    msg`There is no town with the number ${String(town)}. Choose a town from the list.`,
  TownRegistryNotACurrency: ([currency]) =>
    msg`There is no currency at the address ${shortAddress(currency)}. Check the address and the network.`,
  TownRegistryNotAmbassadorOf: ([country]) =>
    msg`Only the Country Ambassador of ${countryName(country)} can do this. Use that wallet, or ask that person.`,
  TownRegistryNotCountryAmbassador: () =>
    msg`Only the Country Ambassador in office can do this. Use that wallet, or ask that person.`,
  TownRegistryNotHeadOffice: () => msg`Only head office can do this. Use its wallet, or ask head office.`,
  TownRegistryNotTownAmbassador: () =>
    msg`Only the Town Ambassador in office can do this. Use that wallet, or ask that person.`,
  TownRegistryOutOfBounds: ([value, least, most]) =>
    msg`${count(value)} is out of bounds. Choose a number from ${count(least)} to ${count(most)}.`,
};
