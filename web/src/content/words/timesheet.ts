import { msg, plural } from "@lingui/core/macro";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { hoursOf } from "../format.ts";

/** Hours of a shift. */
const shift = () => hoursOf(SHIFT);

export const timesheetWords = {
  pageTitle: (town: string) => msg`Hours of ${town}`,
  help: msg`Here the hours of a week come in, are looked at, and are paid.`,

  tasks: msg`What to do, and by when`,
  taskSend: (week: string) => msg`Send in the hours of ${week}`,
  taskSendBy: (moment: string) => msg`The last moment for it is ${moment}.`,
  taskSendFirst: msg`Send the earliest week first: a later one closes it for good.`,
  taskReview: (week: string) => msg`Wait for the review of ${week}`,
  taskReviewBy: (moment: string) => msg`It runs until ${moment}. Until then it can still be mended.`,
  taskCount: (week: string) => msg`Count ${week}`,
  taskCountBy: msg`The review is over. Until it is counted, nobody can be paid for it.`,
  taskPay: (members: number) => msg`${plural(members, { one: "Pay # member", other: "Pay # members" })}`,
  taskPayBy: msg`There is no last day for it: what was earned is kept.`,
  taskNext: (week: string) => msg`Next: ${week}`,
  taskNextBy: (moment: string) => msg`It ends on ${moment}. From then on you can send it in.`,

  onlyCoordinators: msg`Only a coordinator can send in hours`,
  onlyCoordinatorsHelp: msg`This is not the wallet of a coordinator of this town. You can still see where the week stands, count it, and pay everyone.`,
  noPower: msg`This town has no ambassador in power now. Hours must wait until there is one again.`,

  sheet: msg`Send in a week`,
  week: msg`Which week?`,
  noOpenWeek: (week: string, moment: string) =>
    msg`No week waits for its hours. ${week} ends on ${moment}: then you can send it in.`,
  waitsForReview: msg`One week is in review. You can check the next file now, and send it in once that week is counted.`,
  closesEarlier: (weeks: string) =>
    msg`This leaves out earlier weeks: ${weeks}. Once it is counted, nobody can send these any more.`,
  drop: msg`Drop the file here`,
  choose: msg`Choose a file`,
  chooseHelp: msg`CSV, .xlsx or .ods, with the columns member, project, date and hours. The file stays on your device.`,
  template: msg`Get an empty file to fill in`,
  type: msg`Or paste or type the rows`,
  typeLabel: msg`Rows: member, project, date, hours`,
  checkRows: msg`Check these rows`,
  another: msg`Take another file`,
  reading: msg`Reading the file …`,
  readFailed: msg`The file could not be read`,
  readFailedHelp: msg`This device may have too little memory for it. Save the sheet as CSV, then choose it again.`,
  typed: msg`typed rows`,
  isSample: (week: string) => msg`The rows are of another week: ${week}.`,
  takeWeek: (week: string) => msg`Change to ${week}`,

  problems: (problems: number) =>
    msg`${plural(problems, { one: "One thing must be mended", other: "# things must be mended" })}`,
  problemsHelp: msg`Change a row here, or mend the file and choose it again.`,
  problemsOfSheet: msg`Mend them in the file, save it, and choose it again.`,
  more: (rest: number) => msg`${plural(rest, { one: "One more is not shown.", other: "# more are not shown." })}`,
  write: (value: string) => msg`Write ${value}`,
  change: (row: string) => msg`Row ${row} as it is written`,
  save: msg`Change it`,
  takeOut: msg`Take this row out`,
  questions: (questions: number) => msg`${plural(questions, { one: "One question", other: "# questions" })} to you`,
  later: (questions: number) =>
    msg`${plural(questions, { one: "One question", other: "# questions" })} will follow once this is mended.`,
  answered: (answers: number) => msg`${plural(answers, { one: "One answer", other: "# answers" })} of yours count.`,
  forget: msg`Ask me again`,

  changedTitle: msg`Keep this file`,
  changedHelp: msg`What you typed or changed is in no file yet. The chain keeps only a hash of it. Save it now, so that others can check it.`,
  saveFile: msg`Save the file`,

  preview: msg`What is in it`,
  rows: msg`rows that count`,
  people: msg`members with hours`,
  active: msg`active members`,
  hours: msg`hours`,
  mints: msg`INFINITY to come`,
  each: msg`cash for each who is active`,
  eachMore: msg`more, if money comes in first`,
  noCash: msg`There is no cash for this week so far.`,
  cashWorking: (available: string, active: number, each: string) =>
    msg`${available} ÷ ${plural(active, { one: "# active member", other: "# active members" })} = ${each} for each`,

  passedOver: msg`Rows that do not count`,
  reasons: {
    title: msg`above the names of the columns`,
    header: msg`the names of the columns once more`,
    total: msg`totals`,
    words: msg`only words`,
    zero: msg`0 hours`,
    paid: msg`paid work`,
    repeated: msg`written twice`,
    hidden: msg`hidden`,
  },
  passedOverRow: (reason: string, rows: string) => msg`${reason}: row ${rows}`,
  passedOverMore: (reason: string, rows: string, rest: number) =>
    msg`${reason}: row ${rows}, and ${plural(rest, { one: "one more", other: "# more" })}`,

  compare: msg`Against the week before`,
  compareNone: msg`There is no week before to hold it against.`,
  compareWith: (week: string) => msg`Held against ${week}, the last week that was counted.`,
  changes: {
    all: msg`All`,
    new: msg`New`,
    missing: msg`Missing`,
    doubled: msg`Twice as much`,
  },
  filter: (name: string, members: string) => msg`${name} (${members})`,
  tableMember: msg`Number`,
  tableHours: msg`Hours`,
  tableShifts: msg`Shifts`,
  tableBefore: msg`Week before`,
  tableChange: msg`Change`,
  showMore: msg`Show more`,
  nobodyHere: msg`Nobody.`,

  review: msg`How long it is looked at`,
  reviewUsual: (days: string) => msg`The review takes ${days}.`,
  reviewLong: (days: string) => msg`The review takes ${days}, more than most.`,
  isJump: (active: string, electors: string) =>
    msg`Why: ${active} people are active, but the busiest week of two months ago had ${electors}. That is a jump.`,
  wasJump: msg`It was a jump when it came in, so it is looked at longer.`,

  evidence: msg`The proof`,
  hash: msg`Hash of the file`,
  hashHelp: msg`It goes onto the chain. Keep the file as it is: to open and save it can change its hash.`,
  uri: msg`Where can others get the file?`,
  uriHelp: msg`If you like: a link, as https:// or ipfs://. Put no file with names of people in a public place.`,
  uriBad: msg`This is no link. It begins with https:// or ipfs://, and has no spaces.`,
  uriLong: msg`This link is too long.`,

  trying: msg`Asking the chain whether it would take this …`,
  wouldTake: msg`The chain would take this now.`,
  wouldRefuse: msg`The chain would not take this now`,
  submit: (week: string) => msg`Send in ${week}`,
  submitTitle: (week: string) => msg`Send in the hours of ${week}`,
  submitDone: (week: string) => msg`The hours of ${week} are in. You can follow the review on this page.`,
  sentMeanwhile: msg`Somebody sent in a sheet in the meantime. Look at it on top of this page. If something is wrong in it, you can mend it there.`,
  keyGone: msg`This wallet is not a coordinator of this town any more. Ask the Town Ambassador why.`,
  weekOver: msg`It is too late for this week now. Choose a later one.`,

  pending: (week: string) => msg`${week} is in review`,
  pendingUntil: (moment: string, left: string) => msg`Until ${moment}, so ${left} are left.`,
  pendingOver: msg`The review is over. Anybody can have the week counted now.`,
  writtenBy: msg`Written last by`,
  withoutHoursOf: (number: number) => msg`Sent in by number ${number}, whose own hours are not in it.`,
  see: msg`See who has how many hours`,

  amend: msg`Mend some hours`,
  amendHelp: (days: string) =>
    msg`Then it is looked at for ${days} more at least. Whoever wrote it last cannot mend it.`,
  amendOwn: (number: number) =>
    msg`You are the Town Ambassador: you can write the hours of number ${number}, who sent this in and could not.`,
  amendNumber: msg`Number of the member`,
  amendHours: msg`Hours in all this week`,
  amendHoursHelp: msg`Quarters of an hour, as 2.75 or 2:45.`,
  amendNow: (hours: string) => msg`${hours} hours so far`,
  amendAdd: msg`And one more member`,
  amendChange: (number: number, before: string, after: string) => msg`Number ${number}: ${before} → ${after} hours`,
  amendRemove: (number: number) => msg`Take number ${number} off the list`,
  amendSubmit: (members: number) =>
    msg`${plural(members, { one: "Mend the hours of # member", other: "Mend the hours of # members" })}`,
  amendNothing: msg`Mend these hours`,
  amendDone: msg`The hours are mended. The review goes on.`,
  amendYou: msg`You wrote this sheet last, so somebody else must mend it: another coordinator, or for your own hours the Town Ambassador.`,
  badNumber: (members: string) => msg`Type a number from 1 to ${members}.`,
  badHours: (most: string) => msg`Type hours from 0 to ${most} in quarters, as 2.75.`,
  ownNumber: msg`This is your own number. Nobody writes their own hours.`,
  sameHours: msg`These are the hours it has now.`,
  changedMeanwhile: msg`The sheet is another one by now: somebody mended it, sent it back, or had it counted. Look at it again.`,

  reject: msg`Send it back`,
  rejectHelp: msg`Then it counts for nothing, and the week can be sent in again. Say why.`,
  reason: msg`Why?`,
  reasonHelp: msg`Only a hash of your words goes onto the chain. So save them, and give them to the coordinator.`,
  saveReason: msg`Save my words`,
  rejectSubmit: (week: string) => msg`Send back ${week}`,
  rejectDone: (week: string) => msg`${week} is sent back. It can be sent in again.`,

  count: (week: string) => msg`Count ${week}`,
  countHelp: msg`Anybody can do this. It makes the INFINITY of the week, and sets the cash for each.`,
  toPay: msg`See who has something to come`,
  countDone: (week: string) => msg`${week} is counted. Everyone in it can be paid now.`,
  countedMeanwhile: msg`Somebody had it counted in the meantime, or sent it back. There is nothing left to do.`,

  pay: msg`Pay everyone`,
  payHelp: msg`Anybody can do this. Each gets what they earned in their own wallet; you pay only the fee.`,
  payLook: msg`See who has something to come`,
  payNobody: msg`Everyone has been paid what was counted so far.`,
  paySum: (members: number, what: string) =>
    msg`${plural(members, { one: "# member gets", other: "# members get" })} ${what}.`,
  payParts: (parts: number) =>
    msg`${plural(parts, { one: "Your wallet asks you once.", other: "Your wallet asks you # times. You can stop at any time, and go on later where you were." })}`,
  payWaiting: (members: number, numbers: string) =>
    msg`${plural(members, { one: "# member is left out", other: "# members are left out" })}, as their wallet may change: number ${numbers}. Until that is settled, only they can claim.`,
  payButton: (members: number) => msg`${plural(members, { one: "Pay # member", other: "Pay # members" })}`,
  payTitle: (town: string) => msg`Pay everyone in ${town}`,
  payDone: msg`Everyone is paid, up to the last week that was counted.`,
  payStep: (first: number, last: number, members: number) =>
    msg`Pay numbers ${first} to ${last}: ${plural(members, { one: "# member", other: "# members" })}`,
  payUnderWay: msg`The rest is under way already. Wait until the chain has confirmed it, then look again.`,
  paidMeanwhile: msg`Everyone was paid in the meantime.`,

  get rule() {
    return msg`A week counts for whoever has ${shift()} hours or more.`;
  },
};
