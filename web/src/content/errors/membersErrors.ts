import { msg } from "@lingui/core/macro";
import { shortAddress } from "@one-small-town/core/text.ts";
import { MOST_NAME_BYTES, PROPOSAL_LASTS } from "@one-small-town/core/rules/TownRegistry.ts";
import { count, countryName, dateTime, span } from "../format.ts";
import { weekOf } from "../weeks.ts";
import { roleName } from "./roleName.ts";
import type { ErrorName, Sentences } from "./Sentence.ts";

type MembersError = Extract<ErrorName, `MemberRegistry${string}` | `Succession${string}` | `TownRegistry${string}`>;

export const membersErrors: Sentences<MembersError> = {
  MemberRegistryAdmissionNotNow: ([from, deadline]) =>
    msg`What the registrar signed is good from ${dateTime(Number(from))} until ${dateTime(Number(deadline))}. Ask for a new one.`,
  MemberRegistryAdmissionRevoked: () =>
    msg`The registrar took back what they had signed. Ask at the town office for a new one.`,
  MemberRegistryAdmissionUsed: () =>
    msg`What the registrar signed has been used, or the person was listed or left since. Ask for a new one.`,
  MemberRegistryBadCountry: ([country]) =>
    msg`There is no country with the code ${String(country)}. Choose the country from the list.`,
  MemberRegistryBadResidency: ([, , latest]) =>
    msg`The person must live here until a day to come, at most three years ahead. Choose a day before ${dateTime(Number(latest))}.`,
  MemberRegistryBadSignature: ([registrar]) =>
    msg`The wallet ${shortAddress(registrar)} of the registrar did not sign just this. Ask the registrar to sign once more.`,
  MemberRegistryContractWallet: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} is a contract. It must first name who is to get it all one day, from that wallet. Then try again.`,
  MemberRegistryEnoughRegistrars: ([, most]) =>
    msg`The Town Ambassador has added ${count(most)} people for registrar, which is all they may. Ask the Country Ambassador to agree to one.`,
  MemberRegistryHasRegistrar: () =>
    msg`This town has had its first registrar. Ask a registrar to register this person.`,
  MemberRegistryLivesElsewhere: ([wallet, town]) =>
    town === 0
      ? msg`The person with the wallet ${shortAddress(wallet)} is on the list as one who lives in no town here. If they move, they must say so first, with their own wallet.`
      : msg`The person with the wallet ${shortAddress(wallet)} lives in town number ${String(town)}. If they move, they must say so first, with their own wallet.`,
  MemberRegistryMissing: () => msg`The wallet or the code of the person is missing. Fill in both, then try again.`,
  MemberRegistryMovedLately: ([wallet, weekIndex]) =>
    msg`The person with the wallet ${shortAddress(wallet)} has just moved. They can move again from the week of ${weekOf(weekIndex)} on. Try again then.`,
  MemberRegistryNoHome: () =>
    msg`Your wallet is not on any list yet, so there is no home to move from. Ask at your town office.`,
  MemberRegistryNoReason: () => msg`The file with the reason is missing. Choose it, then try again.`,
  MemberRegistryNotCountryAmbassador: ([country]) =>
    msg`Only the Country Ambassador of ${countryName(country)} can do this. Use that wallet, or ask that person.`,
  MemberRegistryNotMember: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} is not that of a member now. Load the page again, or ask at the town office.`,
  MemberRegistryNotNamed: ([, wallet]) =>
    msg`The wallet ${shortAddress(wallet)} is not named for registrar of this town. Name it first, then try again.`,
  MemberRegistryNotRegistrar: () =>
    msg`Only a registrar of this town can do this. Use the wallet of one, or ask at the town office.`,
  MemberRegistryNotSuccession: () =>
    msg`Only the contract that replaces lost wallets can do this. No wallet can, so there is nothing to do.`,
  MemberRegistryNotSuspended: ([wallet]) =>
    msg`The person with the wallet ${shortAddress(wallet)} is not suspended. There is nothing to undo.`,
  MemberRegistryNotTownRegistry: () =>
    msg`Only the list of towns can do this. No wallet can, so there is nothing to do.`,
  MemberRegistryNotYourSuspension: () =>
    msg`Only who asked for it can take this back. Use that wallet, or ask that person.`,
  MemberRegistryOtherCountry: ([wallet, country]) =>
    msg`The person with the wallet ${shortAddress(wallet)} is listed in ${countryName(country)}. Ask the ambassador there.`,
  MemberRegistryOverLimit: ([attested, limit]) =>
    msg`This week ${count(limit)} new people can be added here. This would be number ${count(attested)}. Wait until Monday.`,
  MemberRegistryPersonKnown: ([, wallet]) =>
    msg`This person is known with another wallet: ${shortAddress(wallet)}. Each person has one. Use that wallet.`,
  MemberRegistryReserved: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} is kept for a person who lost theirs. Wait until that is decided, or use another wallet.`,
  MemberRegistrySuccessionOpen: ([wallet]) =>
    msg`For the person with the wallet ${shortAddress(wallet)} another wallet is proposed. They can move when that is decided. Wait until then.`,
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
  SuccessionBadSignature: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} did not sign just this. Sign once more with that wallet.`,
  SuccessionBadSuccessor: ([, successor]) =>
    msg`The wallet ${shortAddress(successor)} cannot take over here. Choose another one, best a fresh one with no role.`,
  SuccessionConfirmedAlready: () => msg`You have agreed to this before. Now the others with a key must agree as well.`,
  SuccessionContractWallet: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} is a contract. It must name who is to follow it first. Then ask for this once more.`,
  SuccessionIsSecond: () =>
    msg`The old wallet has said no once, so head office looks at this. It cannot be stopped again. Ask head office.`,
  SuccessionNewInOffice: ([, from]) =>
    msg`After the old wallet said no, only who has been in office for sixty days can agree: you from ${dateTime(Number(from))} on. Wait until then.`,
  SuccessionNoEvidence: () => msg`The file that proves the death is missing. Choose it, then try again.`,
  SuccessionNotAKey: () =>
    msg`This needs both ambassadors of the person, and at times head office. Use the wallet of one, or ask one of them.`,
  SuccessionNotAPerson: ([wallet]) =>
    msg`Nobody is on the list with the wallet ${shortAddress(wallet)}. Check the address.`,
  SuccessionNotBegun: () => msg`After the old wallet said no, head office must agree first. Ask head office.`,
  SuccessionNotCountryAmbassador: ([country]) =>
    msg`Only the Country Ambassador of ${countryName(country)} can ask for this, and not for their own wallet. Ask there.`,
  SuccessionNotNow: ([, from, until]) =>
    msg`This can be agreed to from ${dateTime(Number(from))} on, and before ${dateTime(Number(until))}. Wait until then, or ask for it once more if that is over.`,
  SuccessionNotOpen: () =>
    msg`Just this is not asked for now: it was decided, stopped, or is too old. Load the page again, and look at what is asked.`,
  SuccessionNotRegistrar: () =>
    msg`Only a registrar of the person’s town can ask for this, and not for their own wallet. Ask another registrar.`,
  SuccessionOpen: () =>
    msg`For this person something is asked for already. There is one at a time. Wait until it is decided.`,
  SuccessionOwnCase: () =>
    msg`You would gain or lose by this yourself, so you cannot agree to it. Let somebody else with a key agree.`,
  SuccessionTooLate: ([, until]) =>
    msg`The old wallet could say no until ${dateTime(Number(until))}. It is too late now. Ask at your town office.`,
  SuccessionWordNotNow: ([from, deadline]) =>
    msg`What the new wallet signed is good from ${dateTime(Number(from))} until ${dateTime(Number(deadline))}. Sign once more with it.`,
  TownRegistryBadCountry: ([country]) =>
    msg`There is no country with the code ${String(country)}. Choose the country from the list.`,
  TownRegistryBadName: ([name]) =>
    name === ""
      ? msg`A town needs a name. Write one, then try again.`
      : msg`This name is too long for a town: “${name}”. Choose a name of at most ${count(MOST_NAME_BYTES)} letters.`,
  TownRegistryCountryNotOpen: ([country]) =>
    msg`${countryName(country)} has no Country Ambassador in office. Head office must name one first.`,
  TownRegistryDormant: () =>
    msg`This town sleeps: it needs both a Town and a Country Ambassador in office. Ask head office to name who is missing.`,
  TownRegistryLimitNotProposed: ([, aWeek]) =>
    msg`Nobody in office has asked for just this number in the last ${span(PROPOSAL_LASTS)}: ${count(aWeek)}. Load the page again, and look at what was asked.`,
  TownRegistryNoAmbassador: ([role]) =>
    msg`Nobody holds this role: ${roleName(role)}. So there is nobody to remove. Look at the page again.`,
  TownRegistryNoDocument: () => msg`A document is missing. Choose the file, then try again.`,
  TownRegistryNoSuchTown: ([town]) =>
    msg`There is no town with the number ${String(town)}. Choose a town from the list.`,
  TownRegistryNotACurrency: ([currency]) =>
    msg`There is no currency at the address ${shortAddress(currency)}. Check the address and the network.`,
  TownRegistryNotAmbassador: () =>
    msg`Only the Town or the Country Ambassador in office can do this. Use the wallet of one, or ask one of them.`,
  TownRegistryNotAmbassadorOf: ([country]) =>
    msg`Only the Country Ambassador of ${countryName(country)} can do this. Use that wallet, or ask that person.`,
  TownRegistryNotCountryAmbassador: () =>
    msg`Only the Country Ambassador in office can do this. Use that wallet, or ask that person.`,
  TownRegistryNotHeadOffice: () => msg`Only head office can do this. Use its wallet, or ask head office.`,
  TownRegistryNotInOffice: ([office]) =>
    msg`Only who is at work in this role here can do this: ${roleName(office)}. Use that wallet, or ask that person.`,
  TownRegistryNotTownAmbassador: () =>
    msg`Only the Town Ambassador in office can do this. Use that wallet, or ask that person.`,
  TownRegistryOutOfBounds: ([value, least, most]) =>
    msg`${count(value)} is out of bounds. Choose a number from ${count(least)} to ${count(most)}.`,
};
