import type { Deed } from "@one-small-town/core/profit/Deed.ts";
import type { BusinessKind } from "@one-small-town/core/projects/projects.ts";

type Outcome = "ok" | "notOpen" | "notInPhase" | "overPersonalLimit" | "soldOut" | "tooLateToCancel" | "mayNotHold";

export type Person = { id: number; wallet: number; tier: "local" | "country" | "world" | "none"; member: number };

/** One thing that somebody does; `at` is the block timestamp in seconds. */
export type ScenarioStep = { at: number } & (
  | { do: "buy"; who: number; shares: number; expect: Outcome }
  | { do: "cancel"; who: number; shares: number; expect: Outcome }
  | { do: "transfer"; from: number; to: number; shares: number; expect: Outcome }
  | { do: "settle" }
  | { do: "refund"; who: number[] }
  | { do: "submit"; week: number; file: string }
  | { do: "finalise"; week: number }
  | { do: "deposit"; amount: string; weeks: number }
  | { do: "claimHours"; members: number[] }
  | { do: "claimDividends"; who: number[] }
);

type Refused = { week: number; errors: { row: number; code: string }[] };

/** A town's history, and what everyone must own at its end. */
export type Scenario = {
  dir: string;
  history: {
    outcome: string;
    country: number;
    kind: BusinessKind;
    townName: string;
    start: number;
    people: Person[];
    deed: Deed;
    terms: {
      price: string;
      goal: number;
      cap: number;
      limitLocal: number;
      limitLater: number;
      opens: number;
      localEnds: number;
      countryEnds: number;
      worldEnds: number;
    };
    steps: ScenarioStep[];
  };
  expected: {
    outcome: "succeeded" | "failed";
    holderScope: "local" | "country" | "world" | null;
    sold: number;
    raised: string;
    refunded: Record<string, string>;
    shares: Record<string, number>;
    dividends: Record<string, string>;
    dividendRemainder: string;
    infinity: Record<string, string>;
    infinitySupply: string;
    cash: Record<string, string>;
    membersPoolLeft: string;
    townFund: string;
    countryOffice: string;
    deposited: string;
    timesheets: { week: number; file: string; active: number; shifts: number; cashPerActive: string }[];
    refusedFiles: Record<string, Refused>;
  };
  /** What each good file must be read as: the quarters of member 1, 2, 3 … */
  quarters: Record<string, number[]>;
  /** The bytes of a file of the scenario. */
  read: (file: string) => Uint8Array;
};
