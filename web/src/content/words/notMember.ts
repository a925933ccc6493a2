import { msg } from "@lingui/core/macro";
import { INFINITY_PER_SHIFT } from "@one-small-town/core/rules/Contributions.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { hoursOf, infinity } from "../format.ts";

/** Hours of a shift, and the INFINITY that it earns. */
const shift = () => hoursOf(SHIFT);
const earns = () => infinity(INFINITY_PER_SHIFT);

/** Why a wallet has no weeks, and what its person can do. */
export const notMemberWords = {
  supersededTitle: msg`This wallet is out of use`,
  supersededHelp: (wallet: string) =>
    msg`All that was here belongs to the wallet ${wallet} now. Connect that wallet to see it.`,
  strangerTitle: msg`Nobody has vouched for this wallet yet`,
  strangerHelp: msg`Hours are logged for members of a town. Take these steps:`,
  strangerSteps: [
    msg`Go to your town office with your identity document.`,
    msg`Show them the address of your wallet.`,
    msg`Ask the registrar to add you, and to let you join as a member.`,
  ],
  yourAddress: msg`Your wallet's address`,
  residentTitle: (town: string) => msg`You live in ${town}, but you have not joined yet`,
  residentHelp: (town: string) =>
    msg`Members of ${town} log the hours they work for the town. Each ${shift()} hours earn ${earns()} INFINITY, and each week with ${shift()} hours or more brings a share of the town's cash.`,
  residentStep: msg`Go to the town office and ask the registrar to let you join. Take the address of your wallet with you:`,
  lapsedHelp: (date: string) =>
    msg`Your home was confirmed until ${date}. The registrar has to confirm it again when you join.`,
  outsiderTitle: msg`You live in no town that takes part`,
  outsiderHelp: (country: string) =>
    msg`This wallet belongs to a person of ${country}. Only people who live in a town can log hours there. You can still buy shares of a town's business once its sale opens to you.`,
  outsiderMove: msg`Did you move to one of the towns? Then this wallet must say so first. Ask at the town office how to do it; after that the registrar can confirm your home.`,
  toTowns: msg`Look at the towns`,
};
