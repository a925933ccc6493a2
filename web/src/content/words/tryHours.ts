import { msg, plural } from "@lingui/core/macro";
import { INFINITY_PER_SHIFT } from "@one-small-town/core/rules/Contributions.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { hoursOf, infinity } from "../format.ts";

/** Hours of a shift, and the INFINITY that it earns. */
const shift = () => hoursOf(SHIFT);
const earns = () => infinity(INFINITY_PER_SHIFT);

/** A week to try out. */
export const tryHoursWords = {
  title: msg`How a week is worked out`,
  get help() {
    return msg`One shift is ${shift()} hours and earns ${earns()} INFINITY. What is left over does not count. With ${shift()} hours or more you also get the same share of the town's cash as every other active member.`;
  },
  slider: msg`Try it: hours in a week`,
  cash: (each: string) => msg`Cash: ${each}, if it is shared out as in the last closed week`,
  get noCash() {
    return msg`Cash: none, for it takes ${shift()} hours`;
  },
  hours: (hours: number) => msg`${plural(hours, { one: "# hour", other: "# hours" })}`,
  work: (hours: string, shifts: number) =>
    msg`${hours} hours ÷ ${shift()} = ${plural(shifts, { one: "# shift", other: "# shifts" })} = ${infinity(BigInt(shifts) * INFINITY_PER_SHIFT)} INFINITY`,
};
