import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { TableName } from "@one-small-town/core/verify/csv/cells.ts";

/** What to do with a check: have others look again, and take the books along. */
export const takeAwayWords = {
  again: msg`Let others look again`,
  link: msg`Link to this check`,
  linkHelp: msg`It opens this very block. Whoever has it sees the same figures, read anew.`,
  command: msg`Command`,
  commandHelp: msg`Do not trust this page either? Run the sums without it. Get our code and type this in its folder. Any node will do.`,

  source: msg`The code of this page, of the command and of the contracts:`,
  noSource: msg`Who runs this page has not said where its code is. Ask the town for it, and compare: the command tells if the contracts are made from that very code.`,

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
};
