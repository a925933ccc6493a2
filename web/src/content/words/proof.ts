import type { MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { TableName } from "@one-small-town/core/verify/csv/cells.ts";

/** What stands around a check: who may look again, and how; what to take away; what to hang on a door. */
export const proofWords = {
  pageOf: (town: string) => msg`Verify ${town}`,
  obstacles: {
    unreachable: {
      title: msg`The chain does not answer`,
      help: msg`Nothing is lost. Check your connection, then try again.`,
    },
    forgotten: {
      title: msg`This node no longer knows that block`,
      help: msg`Most nodes throw old figures away. Check the newest block, or ask a node that keeps them all. That is called an archive node.`,
    },
    future: {
      title: msg`That block is still to come`,
      help: msg`The chain is not there yet. Check the newest block, or wait.`,
    },
    noTown: { title: msg`There is no such town`, help: msg`The link may be old or mistyped. Check all the towns.` },
  },
  inPage: msg`Your browser lets no helper do the sums, so this page does them. It may stand still for a while.`,
  newest: msg`Check the newest block`,
  allTowns: msg`Check all towns`,

  again: msg`Let others look again`,
  link: msg`Link to this check`,
  linkHelp: msg`It opens this very block. Whoever has it sees the same figures, read anew.`,
  command: msg`Command`,
  commandHelp: msg`Do not trust this page either? Run the sums without it. Get our code and type this in its folder. Any node will do.`,

  take: msg`Take the books with you`,
  takeHelp: msg`Each file is made from the figures of this check. It opens in any table program.`,
  of: msg`Of which town or business?`,
  tables: {
    holders: msg`Who holds shares`,
    purchases: msg`Shares bought`,
    dividends: msg`Dividends`,
    deposits: msg`Profit paid in`,
    timesheets: msg`Hours worked`,
    claims: msg`Paid for hours`,
  } satisfies Record<TableName, MessageDescriptor>,
  notMade: msg`Some of it could not be read, so there is no file. Check again in a minute.`,
  saved: (file: string) => msg`Saved as ${file}.`,

  poster: msg`Make a poster for the door`,
  posterHelp: msg`One page with a code. Whoever points a phone at it can check the books.`,
  print: msg`Print`,
  back: msg`Back to the check`,
  posterTitle: (name: string) => msg`Poster for ${name}`,
  believe: msg`Do not believe us. Check.`,
  child: (name: string) => msg`Everyone can count every token and every cent of ${name}.`,
  point: msg`Point your phone at this code. Your phone does all the sums again. It costs nothing, and you need no name and no wallet.`,
  held: (count: number, block: string, date: string) =>
    msg`${plural(count, { one: "# check was made", other: "# checks were made" })} on ${date}, at block ${block}. All held.`,
  broke: (count: number, block: string, date: string) =>
    msg`On ${date}, at block ${block}, ${plural(count, { one: "# check", other: "# checks" })} did not add up.`,
  unsure: (count: number, block: string, date: string) =>
    msg`On ${date}, at block ${block}, ${plural(count, { one: "# check", other: "# checks" })} could not be made.`,
  code: msg`Code that opens the check`,
};
