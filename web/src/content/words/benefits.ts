import { msg, plural } from "@lingui/core/macro";
import type { BenefitKind } from "@one-small-town/core/rules/enumerations.ts";

/** What an active week gives besides INFINITY and cash: what members see of it. */
export const benefitWords = {
  title: msg`What I can fetch`,
  connectTitle: msg`See what you can fetch`,
  connectHelp: msg`Connect your wallet. You will see the meals and parcels that your weeks gave you, where to fetch them, and until when.`,
  notMember: msg`Only members of a town can fetch something, for weeks in which they worked.`,
  nothing: msg`There is nothing for you to fetch now.`,
  nothingHelp: msg`When a week with three hours or more is closed, what it gives you shows here.`,
  kinds: {
    meal: msg`Meal`,
    parcel: msg`Parcel`,
    electricity: msg`Electricity`,
    other: msg`Other`,
  } satisfies Record<BenefitKind, ReturnType<typeof msg>>,
  unnamed: (id: string) => msg`Number ${id} on the town’s list`,
  where: msg`Where`,
  when: msg`When`,
  ofWeek: (week: string) => msg`For the week of ${week}`,
  left: (left: number, all: number) => msg`${plural(left, { one: "# is left", other: "# are left" })} of ${all}`,
  allFetched: (all: number) => msg`All ${plural(all, { one: "# unit", other: "# units" })} fetched`,
  until: (moment: string) => msg`Fetch it before ${moment}.`,

  show: msg`Show my code`,
  howMany: msg`How many do you fetch now?`,
  signHelp: msg`Your wallet asks you once. It costs nothing. Sign only when you stand at the counter.`,
  signing: msg`Now agree in your wallet …`,
  codeName: (count: number, name: string) => msg`Code for ${count}: ${name}`,
  showIt: (count: number) => msg`Show this code at the counter. It stands for ${count}.`,
  dark: msg`Does the scanner not see it? Make your screen brighter.`,
  got: msg`I have got it`,
  gotHelp: msg`Tap this only when you hold it in your hands. Your next code then counts on from here.`,
  wrongSigner: msg`Your wallet signed, but the town would not take it: another account may be in use there. Choose the right one, then try again.`,
  tooLong: msg`What your wallet signs is too long for a code. Use a wallet with one key at the counter, or ask your town office.`,
  noSignature: msg`Your wallet gave no signature. Some wallets cannot sign such words. Try another one.`,

  card: msg`Print a card`,
  cardTitle: (name: string) => msg`Card: ${name}`,
  cardHelp: (count: number) =>
    msg`For days without a phone: a sheet with ${plural(count, { one: "# voucher", other: "# vouchers" })}, each good for one. Your wallet asks you once for each.`,
  cardSign: (done: number, all: number) => msg`Signed ${done} of ${all}`,
  cardStart: msg`Sign the vouchers`,
  cardMore: msg`Sign the rest`,
  cardPrint: msg`Print`,
  cardBack: msg`Back to what I can fetch`,
  cardRules: [
    msg`Use the vouchers in their order, from the first one on.`,
    msg`Keep the card like cash: who shows a voucher first gets the meal. A copy of a used one gets nothing.`,
    msg`Vouchers end when your code on the phone goes past them.`,
  ],
  voucher: (nth: number, all: number) => msg`Voucher ${nth} of ${all}`,
  voucherName: (nth: number) => msg`Code of voucher ${nth}`,
  member: (number: number, town: string) => msg`Member ${number} of ${town}`,
};
