import { msg, plural } from "@lingui/core/macro";

/** What to hang on a door. */
export const posterWords = {
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
