import { msg } from "@lingui/core/macro";
import type { memberRegistryEvents } from "@one-small-town/core/abis/memberRegistryEvents.ts";
import type { successionEvents } from "@one-small-town/core/abis/successionEvents.ts";
import type { townRegistryEvents } from "@one-small-town/core/abis/townRegistryEvents.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { TOWN_AMBASSADOR } from "@one-small-town/core/rules/Roles.ts";
import { type Hex, isAddressEqual, zeroAddress } from "viem";
import { count, countryName, date } from "../format.ts";
import { weekOf } from "../weeks.ts";
import { signingEvents } from "./commonEvents.ts";
import type { Known, Sentences } from "./Sentence.ts";

export const townRegistrySentences: Sentences<typeof townRegistryEvents> = {
  AttestationLimitProposed: ({ office, aWeek, by }, known) =>
    msg`${known.who(by)} asked to add up to ${count(aWeek)} new people a week in ${placeOf(office, known)}.`,
  AttestationLimitSet: ({ office, aWeek, by }, known) =>
    msg`${known.who(by)} set how many new people can be added a week in ${placeOf(office, known)}: ${count(aWeek)}.`,
  AttestationLimitTakenBack: ({ office, by }, known) =>
    msg`${known.who(by)} took back the wish to add more people a week in ${placeOf(office, known)}.`,
  CountryOpened: ({ country, ambassador }, { who }) =>
    msg`${countryName(country)} was opened. Its Country Ambassador is ${who(ambassador)}.`,
  LaunchStepRecorded: ({ town, step }, known) => msg`${known.town(town)} took step ${step} of its launch.`,
  LegalEntitySet: ({ country, name }) =>
    msg`In ${countryName(country)}, this body now stands for the towns: ${plainText(name)}.`,
  PlanSet: ({ town, version }, known) => msg`${known.town(town)} has a new plan. It is plan number ${version}.`,
  TownFounded: ({ town, country, name }) =>
    msg`The town ${plainText(name)} was founded in ${countryName(country)}. It has the number ${town}.`,
};

export const memberRegistrySentences: Sentences<typeof memberRegistryEvents> = {
  ...signingEvents,
  AdmissionRevoked: ({ town, wallet, registrar }, known) =>
    msg`${known.who(registrar)} took back the word with which ${known.who(wallet)} could join ${known.town(town)}.`,
  AttestationSkipped: ({ town, wallet, by }, known) =>
    town === 0
      ? msg`${known.who(by)} could not put ${known.who(wallet)} on the list.`
      : msg`${known.who(by)} could not put ${known.who(wallet)} on the list of ${known.town(town)}.`,
  HouseMoved: ({ wallet, fromTown, toTown }, { who, town }) =>
    msg`The person with the wallet ${who(wallet)} moved from ${town(fromTown)} to ${town(toTown)}.`,
  MemberAdmitted: ({ town, number, wallet }, known) =>
    msg`${known.who(wallet)} became a member of ${known.town(town)}, with the number ${number}.`,
  MemberAway: ({ town, number, weekIndex }, known) =>
    msg`Number ${number} of ${known.town(town)} is away from the week of ${weekOf(weekIndex)} on.`,
  MemberLeft: ({ town, number, wallet }, known) =>
    msg`${known.who(wallet)} left the members of ${known.town(town)}. The number was ${number}.`,
  MemberReturned: ({ town, number, wallet }, known) =>
    msg`${known.who(wallet)} is a member of ${known.town(town)} again, with the number ${number}.`,
  MoveAnnounced: ({ wallet, fromTown, toTown }, { who, town }) =>
    msg`The person with the wallet ${who(wallet)} will move from ${town(fromTown)} to ${town(toTown)}.`,
  OutsiderAttested: ({ country, wallet, by }, { who }) =>
    msg`${who(by)} put ${who(wallet)} on the list of people of ${countryName(country)}.`,
  PersonReinstated: ({ town, wallet, by }, known) =>
    msg`${known.who(by)} ended that ${known.who(wallet)} was suspended in ${known.town(town)}.`,
  PersonSuspended: ({ town, wallet, proposer, by }, known) =>
    msg`${known.who(by)} suspended ${known.who(wallet)} in ${known.town(town)}. ${known.who(proposer)} had asked for it.`,
  RecordClosed: ({ wallet, heir }, { who }) =>
    msg`The record of ${who(wallet)} was closed for good. What it earned belongs to ${who(heir)}.`,
  ResidencyAttested: ({ town, wallet, residentUntil, by }, known) =>
    msg`${known.who(by)} wrote down that ${known.who(wallet)} lives in ${known.town(town)}, until ${date(residentUntil)}.`,
  SuccessionBegun: ({ wallet }, { who }) =>
    msg`What others send for ${who(wallet)} waits, until it is decided who takes over.`,
  SuccessionEnded: ({ wallet }, { who }) => msg`Nobody takes over from ${who(wallet)}, and nothing waits any more.`,
  SuspensionProposed: ({ town, wallet, by }, known) =>
    msg`${known.who(by)} asked to suspend ${known.who(wallet)} in ${known.town(town)}.`,
  SuspensionTakenBack: ({ wallet, by }, { who }) => msg`${who(by)} took back that ${who(wallet)} is to be suspended.`,
  WalletMoved: ({ wallet, newWallet }, { who }) =>
    msg`The person with the wallet ${who(wallet)} has a new one: ${who(newWallet)}.`,
};

export const successionSentences: Sentences<typeof successionEvents> = {
  ...signingEvents,
  NomineeSet: ({ wallet, nominee }, { who }) =>
    isAddressEqual(nominee, zeroAddress)
      ? msg`${who(wallet)} names nobody any more who is to get it all one day.`
      : msg`${who(wallet)} named who is to get it all one day: ${who(nominee)}.`,
  SuccessionCompleted: ({ wallet, successor }, { who }) => msg`${who(successor)} took over from ${who(wallet)}.`,
  SuccessionConfirmed: ({ by }, { who }) => msg`${who(by)} agreed that another wallet takes over.`,
  SuccessionObjected: ({ wallet }, { who }) => msg`${who(wallet)} said no: no other wallet takes over.`,
  SuccessionRefused: ({ wallet, by }, { who }) => msg`${who(by)} ended what was asked for ${who(wallet)}.`,
  SuccessionProposed: ({ wallet, proposal }, { who }) =>
    msg`${who(proposal.proposer)} asked that ${who(proposal.successor)} may take over from ${who(wallet)}.`,
};

/** The town or country of an ambassador's role. */
function placeOf(office: Hex, known: Known): string {
  const [kind, scope] = [Number(office.slice(0, 4)), Number(`0x${office.slice(-8)}`)];
  return kind === TOWN_AMBASSADOR ? known.town(scope) : countryName(scope);
}
