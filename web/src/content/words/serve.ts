import { msg, plural } from "@lingui/core/macro";
import { MOST_VALID_WEEKS } from "@one-small-town/core/rules/Benefits.ts";
import { weekOf } from "../weeks.ts";

/** A steward's work: what is on the list, what is handed out, and what waits to be written down. */
export const serveWords = {
  title: (town: string) => msg`Hand out in ${town}`,
  notSteward: (town: string) =>
    msg`This wallet is no steward of ${town} now. What was handed out stays on this device. Another steward can send it from here.`,
  ready: (moment: string) => msg`Ready to work without a connection. As the town’s books stood on ${moment}.`,
  readAgain: msg`Read again`,
  reading: msg`Reading who may fetch what. In a large town this takes a minute.`,
  stale: msg`The chain does not answer now. You can go on: what you hand out stays on this device.`,
  never: msg`This device has not read the town’s books yet. Come here once with a connection, before the meals begin.`,
  notKept: msg`Your browser keeps nothing on this device. Do not close this page before you have sent what you handed out.`,

  scan: msg`Scan a code`,
  scanTitle: msg`Scan a member’s code`,
  notThis: msg`This code stands for a person or a paper, not for something to fetch. Ask for the code of the meal.`,
  otherChain: msg`This code is for another network. It counts nothing here.`,
  otherTown: (town: string) =>
    msg`This code is not for anything on the list of ${town}. It may be another town’s. If you put it on the list today, read again.`,
  used: (had: number) =>
    msg`This code was used before: ${plural(had, { one: "# unit", other: "# units" })} of this week went to this member. A copy gets nothing. To get more, they sign for more.`,
  moved: msg`This member has another wallet by now, and this code was signed with the old one. Ask for a new code.`,
  movedLate: msg`This member got another wallet before this was sent, so the old one’s word counts no more. Take this off the list, then scan a code from the new wallet.`,
  notSigned: msg`This code is not signed by this member. Hand out nothing for it.`,
  cannotCheck: msg`This code cannot be checked without a connection: it may be from a wallet with more than one key. Try again with a connection.`,
  checking: msg`Checking the code …`,

  member: (number: number) => msg`Member ${number}`,
  handOut: (count: number, name: string) => msg`Hand out ${count}: ${name}`,
  had: (had: number, all: number) => msg`${had} of ${all} fetched before.`,
  several: (count: number) =>
    msg`It stands for ${count} together. Is it one voucher of a card? Then those before it are used up with it. For just one, ask for the first voucher that is left.`,
  handedOut: msg`Handed out`,
  notNow: msg`Not now`,
  noted: (number: number) => msg`Noted for member ${number}.`,

  waiting: msg`To be written down`,
  waitingHelp: (count: number) =>
    msg`${plural(count, { one: "# unit was", other: "# units were" })} handed out. Send them when you have a connection, all at once.`,
  nothingToSend: msg`Nothing to send`,
  lookAt: msg`Look at them one by one`,
  sendBefore: (moment: string) => msg`Send them before ${moment}, or the first of them count no more.`,
  nothingWaits: msg`All that was handed out is written down.`,
  send: (count: number) => msg`Send ${plural(count, { one: "# unit", other: "# units" })}`,
  sendTitle: (count: number, town: string) =>
    msg`Write down ${plural(count, { one: "# unit", other: "# units" })} handed out in ${town}`,
  sendStep: (count: number) => msg`Send what ${plural(count, { one: "# member", other: "# members" })} signed for`,
  sent: (count: number) => msg`${plural(count, { one: "# unit is", other: "# units are" })} written down.`,
  row: (units: number, name: string, number: number) => msg`${units} × ${name}, member ${number}`,
  refused: msg`Cannot be written down`,
  refusedHelp: msg`These were handed out, but will not count. Look at why, and tell your town if it happens often.`,
  taken: msg`Somebody else wrote this down before: the member fetched it twice.`,
  partly: (count: number) =>
    msg`Somebody else wrote down a part of it before: ${plural(count, { one: "# unit was", other: "# units were" })} fetched twice.`,
  forget: msg`Take off this list`,

  list: msg`On the town’s list`,
  nothingListed: msg`Nothing is on the list yet.`,
  perWeek: (units: number) => msg`${plural(units, { one: "# unit", other: "# units" })} for each week with three hours`,
  perShift: (units: number) =>
    msg`${plural(units, { one: "# unit", other: "# units" })} for each three hours of a week`,
  valid: (weeks: number) =>
    msg`To be fetched within ${plural(weeks, { one: "# week", other: "# weeks" })} after that week`,
  endsWith: (weekIndex: number) => msg`Ends with the week of ${weekOf(weekIndex)}`,
  end: msg`End it`,
  endHelp: (weekIndex: number) =>
    msg`The week of ${weekOf(weekIndex)}, which runs now, is then the last that gives it. This cannot be undone.`,
  endTitle: (name: string) => msg`End ${name}`,
  ended: (name: string, weekIndex: number) => msg`${name} ends with the week of ${weekOf(weekIndex)}.`,
  keep: msg`Keep it`,

  add: msg`Put something on the list`,
  kind: msg`What is it?`,
  name: msg`Its name`,
  nameHint: msg`As members see it, such as “Lunch at the hall”.`,
  place: msg`Where to fetch it`,
  times: msg`When to fetch it`,
  timesHint: msg`Such as “Monday to Friday, noon to two”.`,
  units: msg`How many?`,
  each: msg`For what?`,
  eachWeek: msg`Each week with three hours or more`,
  eachShift: msg`Each three hours of a week`,
  weeks: msg`For how many weeks can it be fetched?`,
  weeksHint: (most: number) => msg`From 1 to ${most}, counted after the week that was worked. Two or more are best.`,
  badUnits: msg`Enter a whole number from 1 to 65,535.`,
  get badWeeks() {
    return msg`Enter a whole number from 1 to ${MOST_VALID_WEEKS}.`;
  },
  noName: msg`Give it a name.`,
  noPlace: msg`Say where members fetch it.`,
  addLabel: msg`Put it on the list`,
  listTitle: (name: string, town: string) => msg`Put ${name} on the list of ${town}`,
  listed: (name: string) => msg`${name} is on the list.`,
};
