import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { FindingKey } from "@one-small-town/core/verify/Finding.ts";
import { COMMUNITY_FLOOR } from "@one-small-town/core/rules/Deeds.ts";
import { percent } from "../format.ts";

/** What each check is about, and what its first figure is. */
export const checkHeadings: Record<FindingKey, { title: MessageDescriptor; figure: MessageDescriptor }> = {
  held: {
    title: msg`Each contract holds all the money that it owes`,
    figure: msg`Held`,
  },
  minted: {
    title: msg`One INFINITY was made for each shift, and not one more`,
    figure: msg`Made`,
  },
  supply: {
    title: msg`INFINITY that was made is still there, or its owner burnt it`,
    figure: msg`Supply`,
  },
  shares: {
    title: msg`The shares that people hold are the shares that were sold`,
    figure: msg`By each move`,
  },
  cash: {
    title: msg`No week gave members more cash than there was`,
    figure: msg`Came in`,
  },
  dividends: {
    title: msg`Dividends reach those who hold shares, or wait for them`,
    figure: msg`Came in`,
  },
  paid: {
    title: msg`Members were never paid more than came in for them`,
    figure: msg`Taken`,
  },
  floor: {
    get title() {
      return msg`The community keeps at least ${percent(COMMUNITY_FLOOR)} of all profit`;
    },
    figure: msg`Profit`,
  },
  phases: {
    title: msg`Each sale went through its phases on time, and sold no more than it had`,
    figure: msg`Steps`,
  },
  scope: {
    title: msg`Nobody got shares who lives too far away`,
    figure: msg`Times`,
  },
  refunds: {
    title: msg`Money went back only when a sale failed, and then all of it`,
    figure: msg`Paid back`,
  },
  deeds: {
    title: msg`Each profit was split as the deed says, and reached its owners`,
    figure: msg`Profit`,
  },
  weeks: {
    title: msg`Each member gets the pay for each week, once`,
    figure: msg`Taken`,
  },
  keys: {
    title: msg`No one moved money or made a rule alone`,
    figure: msg`Steps`,
  },
  persons: {
    title: msg`One person, one record, one wallet`,
    figure: msg`Persons`,
  },
  presence: {
    title: msg`Hours are only of members who were there`,
    figure: msg`Weeks with hours`,
  },
  benefits: {
    title: msg`Nobody was given more meals or goods than their week earns`,
    figure: msg`Handed out`,
  },
  funds: {
    title: msg`What came into the town funds was spent, or is still there`,
    figure: msg`Came in`,
  },
  escrow: {
    title: msg`The money of each sale left only as its terms say`,
    figure: msg`Paid in`,
  },
  divisions: {
    title: msg`What a lost town left was shared in equal parts`,
    figure: msg`Left by the town`,
  },
  locked: {
    title: msg`No money is stuck`,
    figure: msg`Held`,
  },
  offices: {
    title: msg`Nobody took a key alone`,
    figure: msg`Keys given`,
  },
  electors: {
    title: msg`Nobody new decides, and unusual weeks are looked at longer`,
    figure: msg`Sheets`,
  },
  streams: {
    title: msg`No money went to a week that was over when it came in`,
    figure: msg`Brought`,
  },
  waiting: {
    title: msg`Who may get a new wallet waits, and not a day longer`,
    figure: msg`Steps`,
  },
  insiders: {
    title: msg`Who asks for a business’s money bought none of its shares, and did not vote`,
    figure: msg`Times`,
  },
  voices: {
    title: msg`Each share spoke once, and stayed where it was`,
    figure: msg`Steps`,
  },
  spendings: {
    title: msg`Few payments out of a fund wait at once, and enough can object`,
    figure: msg`Steps`,
  },
  order: {
    title: msg`What happened is told in order`,
    figure: msg`Blocks`,
  },
  told: {
    title: msg`Nothing that is told contradicts the rest`,
    figure: msg`Events`,
  },
  roles: {
    title: msg`Each role came from who may give it`,
    figure: msg`Times`,
  },
  state: {
    title: msg`The contracts say what follows from all that happened`,
    figure: msg`Answers`,
  },
};
