import { msg, plural } from "@lingui/core/macro";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { WEEKS_BETWEEN_MOVES } from "@one-small-town/core/rules/Departures.ts";
import type { SignedCallProblem } from "@one-small-town/core/signedCall.ts";
import { count as digits, hoursOf } from "../format.ts";

const signedProblems: Record<SignedCallProblem, ReturnType<typeof msg>> = {
  unreadable: msg`This is no signed text of this page. Copy it again, from its first sign to its last.`,
  otherChain: msg`This was signed for another network, so it does not count here.`,
  otherCall: msg`This would do something else than say no or vote. It is not sent from here.`,
};

/** What touches a person and is still to be decided, and what they can say to it. */
export const decisionWords = {
  tab: msg`Decide`,
  badge: (count: number) => msg`${plural(count, { one: "# thing to decide", other: "# things to decide" })}`,
  nothing: msg`Nothing waits for you now.`,
  until: (when: string, left: string) => msg`Until ${when}: ${left} left.`,
  untilOnly: (when: string) => msg`Until ${when}.`,

  spendings: (town: string) => msg`Payments out of the money of ${town}`,
  spendingsHelp: msg`Each member with a vote can say no. When enough do, the payment is stopped. Nobody has to say yes.`,
  noSpendings: msg`No payment is asked for now.`,
  fromFund: (amount: string, name: string) => msg`${amount} for ${name}`,
  fromOffice: (amount: string, name: string) => msg`${amount} of the country office for ${name}`,
  payee: msg`Paid to`,
  document: msg`What it is for`,
  tally: (objections: string, electors: string, needed: string) =>
    msg`${objections} of ${electors} members said no so far. ${needed} stop it.`,
  again: msg`The same was stopped before, so this time it takes more to stop it.`,
  waits: msg`It waits for the second key. You can say no once that has agreed.`,
  notAsked: (town: string) => msg`The members of ${town} are not asked about this one: it is the money of others.`,
  notElector: (hours: string, week: string) =>
    msg`You have no vote in this. It goes by the week of ${week}, and you worked ${hours} hours in it. It takes ${hoursOf(SHIFT)}.`,
  objected: msg`You said no. That cannot be taken back.`,
  over: msg`The time to say no is over. Anyone can have it paid now.`,
  choose: (name: string) => msg`Say no to ${name}`,
  objectTo: (count: number) => msg`${plural(count, { one: "Say no to # payment", other: "Say no to # payments" })}`,
  chooseFirst: msg`Choose what you say no to`,
  objectTitle: (names: string) => msg`Say no to ${names}`,
  objectDone: (names: string) => msg`You said no to ${names}. Your vote counts.`,
  goneSpending: (name: string) =>
    msg`${name} was stopped, paid or taken back by now, so there is nothing to say no to.`,
  overNow: (name: string) => msg`The time to say no to ${name} is over.`,
  objectedNow: (name: string) => msg`You said no to ${name} before. That counts.`,
  notYours: msg`This member number does not go with your wallet now. Load the page again.`,

  releases: msg`The money of your shares`,
  releasesHelp: msg`What was paid for the shares goes to the business part by part. Who owns shares can say no to a part, or vote to get back all that is left.`,
  noReleases: msg`You own no shares of a business whose money is still to be paid out.`,
  left: (amount: string) => msg`${amount} of the sale’s money is left.`,
  part: (part: string, from: string) => msg`Part ${part} is agreed. It is paid from ${from} on, unless enough say no.`,
  partWaits: (part: string, until: string) => msg`Part ${part} is asked for. It can be agreed until ${until}.`,
  partStopped: (part: string, from: string) =>
    msg`Part ${part} was stopped. It can be asked for again from ${from} on.`,
  partNone: msg`Nobody asks for money now.`,
  saidNo: (shares: string, all: string, enough: string) => msg`${shares} of ${all} shares say no. ${enough} stop it.`,
  wantEnd: (shares: string, all: string, enough: string) =>
    msg`${shares} of ${all} shares want back what is left. It takes ${enough}.`,
  insider: msg`You run this business, are paid for it, or agree to its payments. So your shares have no vote.`,
  youSaidNo: (shares: number) =>
    msg`${plural(shares, { one: "You say no with # share.", other: "You say no with # shares." })}`,
  youWantEnd: (shares: number) =>
    msg`${plural(shares, { one: "You want back what is left, with # share.", other: "You want back what is left, with # shares." })}`,
  pledged: msg`While this counts, you cannot send these shares. Take it back to be free again.`,
  objectPart: (shares: number) => msg`${plural(shares, { one: "Say no with # share", other: "Say no with # shares" })}`,
  objectPartTitle: (part: string, name: string) => msg`Say no to part ${part} of ${name}`,
  objectPartDone: (part: string, name: string) => msg`You said no to part ${part} of ${name}. Your shares count.`,
  voteEnd: (shares: number) =>
    msg`${plural(shares, { one: "Vote to get the rest back, with # share", other: "Vote to get the rest back, with # shares" })}`,
  voteEndTitle: (name: string) => msg`Vote to get back what is left of ${name}`,
  voteEndDone: (name: string) => msg`You voted to get back what is left of ${name}. Your shares count.`,
  takeBack: msg`Take it back`,
  takeBackTitle: (name: string) => msg`Take back what your shares of ${name} said`,
  takenBack: (name: string) => msg`Your shares of ${name} say nothing more. You can send them again.`,
  nothingToTakeBack: msg`Your shares say nothing now, so there is nothing to take back.`,
  ending: (when: string) =>
    msg`No more goes to the business. From ${when} on, what is left is paid to who owns the shares then.`,
  sharesGone: msg`You own no shares of this business any more. Only who owns shares can say no or vote.`,
  partGone: msg`Another part is next by now, or nobody asks for money any more. Load the page again.`,
  saidAlready: msg`All your shares say this already.`,
  endBegun: msg`It has begun already: what is left will be paid to the owners.`,

  superseded: msg`This wallet is out of use`,
  supersededHelp: (wallet: string) =>
    msg`All that was here belongs to the wallet ${wallet} now. Connect that wallet to decide.`,

  about: msg`About you`,
  nothingAbout: msg`Nobody asks for anything about you.`,
  moveAsked: (wallet: string) => msg`Somebody says that you lost this wallet, and that ${wallet} is your new one.`,
  deathAsked: (wallet: string) => msg`Somebody says that you died, and that all you have should go to ${wallet}.`,
  moveHelp: msg`If that is wrong, say no now. Then it ends. While it is open, only you can claim what is yours.`,
  moveSecond: msg`You said no to one like it in the last year. This time head office decides. Call them, and your town office.`,
  moveOver: msg`The time to say no is over. Call your town office and head office at once if this is wrong.`,
  objectMove: msg`This is wrong: I still have this wallet`,
  objectMoveTitle: msg`Say no to a new wallet in your place`,
  objectMoveDone: msg`You said no, and it has ended. Everything stays with this wallet.`,
  moveGone: msg`This has ended or was changed by now. Load the page again.`,
  suspensionAsked: (until: string) =>
    msg`A registrar asks to suspend you. The Town Ambassador can agree until ${until}. Go and talk to them. If you are suspended, the Country Ambassador can undo it.`,

  deeds: (town: string) => msg`How businesses of ${town} will share profit`,
  deedOf: (name: string) => msg`${name}: another way to share profit is on its way.`,
  deedFrom: (when: string) => msg`It holds from ${when} on.`,
  deedWaits: msg`It waits for the second key.`,

  divided: (town: string) => msg`What was left of ${town}`,
  dividedHelp: msg`The town was without its keys for a year, so its money was shared among its members. This part is yours.`,
  claimPart: (amount: string) => msg`Get my part: ${amount}`,
  claimPartTitle: (amount: string, town: string) => msg`Get your part of ${amount} of what was left of ${town}`,
  claimPartDone: (town: string) => msg`Your part of what was left of ${town} was paid to your wallet.`,
  partPaid: msg`This was paid to you already.`,

  record: msg`Your record`,
  nominee: msg`Who gets what is yours when you die`,
  nomineeNow: (wallet: string) => msg`Now: ${wallet}`,
  nomineeNone: msg`You have named nobody yet.`,
  nomineeHelp: msg`They get your shares, your INFINITY and what you earned. They need not be known here. You can name another at any time.`,
  nomineeField: msg`Address of their wallet`,
  nomineeSet: msg`Name this wallet`,
  nomineeTitle: (wallet: string) => msg`Name ${wallet} for what is yours`,
  nomineeDone: (wallet: string) => msg`When you die, what is yours goes to ${wallet}.`,
  nomineeSelf: msg`This is your own wallet. Name somebody else’s.`,
  nomineeSame: msg`You have named this wallet already.`,
  nomineeRemove: msg`Name nobody`,
  nomineeRemoveTitle: msg`Name nobody for what is yours`,
  nomineeRemoved: msg`Nobody is named any more.`,

  move: msg`Moving house`,
  moveChoose: msg`Choose a place`,
  moveWhere: msg`Where to?`,
  moveElsewhere: msg`No town that takes part`,
  moveCountry: msg`In which country?`,
  get movePlan() {
    return msg`Say so here first. Then the registrar of the new town can confirm your home. What you earned stays yours. You can move again after ${digits(WEEKS_BETWEEN_MOVES)} weeks.`;
  },
  moveSaid: (place: string) => msg`You said that you move to ${place}.`,
  moveSay: (place: string) => msg`Say that I move to ${place}`,
  moveTitle: (place: string) => msg`Say that you move to ${place}`,
  moveDone: (place: string) => msg`You said that you move to ${place}. Now go to the office there.`,
  moveStay: msg`I stay where I am`,
  moveStayTitle: msg`Say that you stay where you are`,
  moveStayed: msg`You stay where you are.`,
  moveSame: msg`This is where you live already.`,
  moveSuspended: msg`You are suspended, so you cannot say that you move. Ask at the town office.`,
  moveUnknown: msg`Nobody has vouched for this wallet, so it has no home to move from.`,

  leave: msg`Stop being a member`,
  leaveHelp: msg`No more hours are logged for you. What you earned stays yours, and so does your number. A registrar can let you join again.`,
  leaveButton: (town: string) => msg`I stop being a member of ${town}`,
  leaveTitle: (town: string) => msg`Stop being a member of ${town}`,
  leaveDone: (town: string) => msg`You are no member of ${town} any more.`,
  leaveNot: msg`You are no member now, so there is nothing to leave.`,

  sign: msg`No money for the fee?`,
  signHelp: msg`Sign it instead. That costs nothing. Then give the text to somebody who sends it for you. It can do nothing else.`,
  signButton: msg`Sign it, and let somebody else send it`,
  signed: msg`Signed. Copy this text and hand it on:`,
  signedUntil: (when: string) => msg`It counts until ${when}.`,
  signedText: msg`The signed text`,
  sendOther: msg`Send what somebody else has signed`,
  sendHelp: msg`You pay the fee. The vote is theirs, and it counts for them.`,
  sendField: msg`Their text`,
  sendButton: msg`Send it`,
  sendTitle: msg`Send what somebody else has signed`,
  sendDone: msg`It was sent. Their vote counts.`,
  sendProblem: signedProblems,
};
