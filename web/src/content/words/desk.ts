import { msg, plural } from "@lingui/core/macro";

/** Which offices a person holds, and what waits for them there. */
export const deskWords = {
  title: msg`My desk`,
  tab: msg`Desk`,
  connectTitle: msg`The desk of those who run a town`,
  connectHelp: msg`Who holds an office in a town works here. Connect your wallet, and see what waits for you.`,
  none: msg`This wallet holds no office`,
  noneHelp: msg`The Town Ambassador of your town gives the offices. Once you have one, your work shows here.`,
  offices: {
    headOffice: msg`Head office`,
    countryAmbassador: msg`Country Ambassador`,
    townAmbassador: msg`Town Ambassador`,
    registrar: msg`Registrar`,
    coordinator: msg`Coordinator`,
    steward: msg`Steward`,
    projectManager: msg`Project manager`,
  },
  officeOf: (office: string, place: string) => msg`${office} of ${place}`,
  yours: (offices: string) => msg`Your office: ${offices}`,
  toDesk: msg`Go to your desk`,
  startsAt: (moment: string) => msg`Your powers begin on ${moment}. Until then you can look, but not act.`,
  nothing: msg`Nothing waits for you here now.`,
  noTowns: msg`There is no town here yet.`,
  keys: msg`What waits for two keys`,
  people: msg`People`,
  hours: msg`Hours of the week`,
  serve: msg`Hand out meals and parcels`,
  launch: msg`Plan and launch`,
  ideas: msg`Ideas`,

  tasks: {
    addPeople: (count: number) =>
      msg`You can add ${plural(count, { one: "# new person", other: "# new people" })} this week.`,
    sendHours: (count: number) =>
      msg`Hours of ${plural(count, { one: "# week", other: "# weeks" })} can be sent in now.`,
    confirmSuspensions: (count: number) =>
      msg`A registrar asks you to suspend ${plural(count, { one: "# person", other: "# people" })}. Look at why.`,
    confirmMoves: (count: number) =>
      msg`${plural(count, { one: "# lost wallet waits", other: "# lost wallets wait" })} for your yes.`,
    confirmNamings: (count: number) =>
      msg`${plural(count, { one: "# person is named for a key and waits", other: "# people are named for a key and wait" })} for your yes.`,
    raiseLimit: (count: string, until: string) =>
      msg`The town asks to add up to ${count} new people a week. You can say yes until ${until}.`,
    watchReview: (until: string) => msg`The hours of a week are open to be checked until ${until}.`,
    finishReview: msg`The time to check a week is over. Finish it, and it gets paid.`,
    fillOffice: msg`One of the two keys is not in use. The town rests until you fill the office.`,
  },
};
