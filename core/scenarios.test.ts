import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTimesheet } from "./hours/readTimesheet.ts";
import { weekIndexOf } from "./hours/weeks.ts";
import type { BusinessKind } from "./projects/projects.ts";
import { checkDeed, type Deed } from "./profit/Deed.ts";
import { splitProfit, spread } from "./profit/splitProfit.ts";
import { OPEN_WEEKS } from "./rules/Contributions.ts";

type Step =
  | { do: "deposit"; amount: string; weeks: number; at: number }
  | { do: "submit"; week: number; file: string; at: number }
  | { do: "buy" | "cancel" | "transfer" | "settle" | "refund" | "finalise" | "claimHours" | "claimDividends" };

type Scenario = {
  firstWeek: number;
  start: number;
  kind: BusinessKind;
  deed: Deed;
  people: { member: number }[];
  steps: Step[];
};

type Expected = {
  outcome: "succeeded" | "failed";
  townFund: string;
  countryOffice: string;
  membersPoolLeft: string;
  timesheets: { week: number; file: string; active: number; shifts: number; cashPerActive: string }[];
  refusedFiles: Record<string, { week: number; errors: { row: number; code: string }[] }>;
};

const root = new URL("../test/scenarios/", import.meta.url);
const coordinator = 2;

describe.each(readdirSync(root))("the town of scenario %s", (name) => {
  const bytes = (file: string) => readFileSync(new URL(`${name}/${file}`, root));
  const text = (file: string): string => bytes(file).toString("utf8");
  const scenario = JSON.parse(text("scenario.json")) as Scenario;
  const expected = JSON.parse(text("expected.json")) as Expected;
  const quarters = JSON.parse(text("quarters.json")) as Record<string, number[]>;
  const members = scenario.people.filter(({ member }) => member > 0).length;
  const read = (file: string, weekIndex: number) =>
    readTimesheet(bytes(file), { weekIndex, members, ownMember: coordinator });

  it.each(expected.timesheets)("has its timesheet $file read", async ({ file, week, active, shifts }) => {
    const reading = await read(file, week);
    if (reading.kind !== "read") throw new Error(JSON.stringify(reading));

    expect(Array.from({ length: members }, (_, i) => reading.quarters[i] ?? 0)).toEqual(quarters[file]);
    expect(reading.totals).toMatchObject({ active, shifts });
  });

  it.each(Object.entries(expected.refusedFiles))(
    "has its file %s refused, or asked about",
    async (file, { week, errors }) => {
      const reading = await read(file, week);
      if (reading.kind === "read") throw new Error(`${file} was read`);
      const told = [...(reading.kind === "refused" ? reading.problems : []), ...reading.questions];

      expect(told.map(({ row, code }) => ({ row, code }))).toEqual(errors);
    },
  );

  it("has its profits end in the expected funds and pools", async () => {
    const streams: { perWeek: bigint; from: number; left: number }[] = [];
    let lastWeek = 0;
    const cashPerActive: string[] = [];
    let [fund, country, carry] = [0n, 0n, 0n];

    for (const step of scenario.steps) {
      if (step.do === "deposit") {
        const parts = splitProfit(BigInt(step.amount), scenario.deed);
        const issued = expected.outcome === "succeeded";
        const { perWeek, rest } = spread(issued ? parts.members : parts.members + parts.investors, step.weeks);
        // Money begins after the weeks that have ended since the last one with hours.
        const open = lastWeek === 0 ? 0 : Math.min(OPEN_WEEKS, weekIndexOf(step.at) - 1 - lastWeek);
        streams.push({ perWeek, from: cashPerActive.length + open, left: step.weeks });
        [fund, country, carry] = [fund + parts.fund, country + parts.country, carry + rest];
      }

      if (step.do === "submit") {
        const reading = await read(step.file, step.week);
        const active = BigInt(reading.kind === "read" ? reading.totals.active : 0);
        const running = streams
          .filter(({ from }) => from <= cashPerActive.length)
          .filter((stream) => stream.left-- > 0);
        const available = running.reduce((sum, { perWeek }) => sum + perWeek, carry);
        cashPerActive.push(String(available / active));
        carry = available % active;
        lastWeek = step.week;
      }
    }

    const streaming = streams.reduce((sum, { perWeek, left }) => sum + perWeek * BigInt(Math.max(left, 0)), 0n);
    expect(cashPerActive).toEqual(expected.timesheets.map((timesheet) => timesheet.cashPerActive));
    expect(String(carry + streaming)).toBe(expected.membersPoolLeft);
    expect([String(fund), String(country)]).toEqual([expected.townFund, expected.countryOffice]);
  });

  it("has a lawful deed and weeks that begin on Mondays", () => {
    expect(checkDeed(scenario.deed, scenario.kind)).toBeUndefined();
    expect(weekIndexOf(scenario.start)).toBe(scenario.firstWeek);
  });
});
