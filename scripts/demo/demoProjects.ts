import type { BusinessKind } from "@one-small-town/core/projects/projects.ts";
import type { ProjectKind } from "@one-small-town/core/rules/enumerations.ts";

/** What the demo's people wrote about a project: its metadata on chain, and the words of its documents. */
export type DemoProject = {
  kind: ProjectKind;
  title: string;
  sector: string;
  about: string;
  goal: string;
  budget: string;
  size: string;
  horizon: string;
};

export type DemoIdea = DemoProject & { kind: BusinessKind };

/** Dollars: what each quarter is to bring in and cost, and what the parts of the sale's money are for. */
export type DemoFigures = {
  forecast: readonly (readonly [income: number, costs: number])[];
  budget: readonly (readonly [what: string, dollars: number, tranche: number])[];
};

export type DemoVenture = DemoIdea & { figures: DemoFigures };

export const riverPath: DemoProject = {
  kind: "upliftment",
  title: "River path",
  sector: "Sport",
  size: "small",
  horizon: "6 months",
  about: "We clear the old path along the river, put up benches and plant shade trees.",
  goal: "A safe path of 3 km from the school to the bridge.",
  budget: "Hours of members, and 1,200 dollars for tools and trees.",
};

export const garden: DemoProject = {
  kind: "garden",
  title: "Market Street garden",
  sector: "Agriculture",
  size: "small",
  horizon: "1 year",
  about: "Members grow vegetables on the empty lot in Market Street. Everybody who helps takes some home.",
  goal: "Fresh food for 60 homes every week.",
  budget: "Hours of members, and 800 dollars for seed, compost and a water tank.",
};

export const guestHouse: DemoIdea = {
  kind: "community",
  title: "Guest house",
  sector: "Tourism",
  size: "medium",
  horizon: "2 years",
  about: "The old station could hold eight rooms for people who walk the river path. This is only an idea so far.",
  goal: "Eight rooms, half of them full on an average night.",
  budget: "Not known yet. A member is asking builders for prices.",
};

export const bakery: DemoVenture = {
  kind: "community",
  title: "Bakery",
  sector: "Food processing",
  size: "small",
  horizon: "1 year",
  about: "Bread and rolls, baked in town every morning. The last bakery closed in 2014 when its owner moved away.",
  goal: "600 loaves a day, which is a third of what the town eats.",
  budget: "2,000 dollars at least for the oven and the lease; with 4,000 also a delivery bicycle and a second mixer.",
  figures: {
    forecast: [
      ...([
        [8_000, 6_500],
        [12_500, 9_400],
        [13_000, 9_600],
      ] as const),
      ...([
        [13_500, 9_900],
        [14_000, 10_200],
        [14_000, 10_100],
      ] as const),
    ],
    budget: [
      ["Lease for a year, and the oven", 980, 1],
      ["Mixer and shelves", 640, 2],
      ["Delivery bicycle", 120, 2],
      ["Flour and wages of the first months", 760, 3],
    ],
  },
};

export const solarWorkshop: DemoVenture = {
  kind: "cornerstone",
  title: "Solar workshop",
  sector: "Engineering",
  size: "medium",
  horizon: "2 years",
  about: "We build and mend solar lamps and small panels, and teach young people the trade.",
  goal: "40 homes with light of their own by the end of the first year.",
  budget: "2,000 dollars at least for tools and parts; with 4,000 also a test bench and a van.",
  figures: {
    forecast: [
      [6_000, 6_800],
      [9_000, 8_100],
      [11_000, 9_000],
      [12_000, 9_500],
    ],
    budget: [
      ["Tools", 800, 1],
      ["Parts for the first 40 lamps", 600, 2],
      ["Test bench", 600, 3],
    ],
  },
};

export const laundry: DemoVenture = {
  kind: "community",
  title: "Laundry",
  sector: "Manufacturing",
  size: "small",
  horizon: "1 year",
  about: "Six washing machines behind the market. Too few people bought shares, so it did not start.",
  goal: "Clean clothes for 100 homes a week.",
  budget: "2,000 dollars at least for six machines and a boiler.",
  figures: {
    forecast: [
      [4_000, 3_600],
      [5_200, 4_100],
    ],
    budget: [
      ["Six washing machines", 1_400, 1],
      ["Boiler", 600, 2],
    ],
  },
};

export const dairy: DemoVenture = {
  kind: "community",
  title: "Dairy",
  sector: "Food production",
  size: "medium",
  horizon: "2 years",
  about: "Milk of eight farms near town, cooled and made into yoghurt and cheese here and not 200 km away.",
  goal: "900 litres of milk a day, all that the eight farms give.",
  budget: "2,000 dollars at least for the cooling tank; with 4,000 also a cheese room.",
  figures: {
    forecast: [
      [15_000, 15_900],
      [19_000, 17_200],
      [22_000, 18_900],
      [24_000, 20_000],
    ],
    budget: [
      ["Cooling tank", 800, 1],
      ["Van with cooling", 700, 2],
      ["Cheese room", 500, 3],
    ],
  },
};

export const brickYard: DemoVenture = {
  kind: "community",
  title: "Brick yard",
  sector: "Building Materials",
  size: "small",
  horizon: "1 year",
  about:
    "Members press bricks of clay from the river bank with a hand press that the town owned already. No shares were sold.",
  goal: "2,000 bricks a week, enough for the walls of a small house every month.",
  budget: "Hours of members. The press and the kiln were here.",
  figures: {
    forecast: [
      [2_400, 1_800],
      [3_000, 2_100],
      [3_000, 2_000],
      [3_200, 2_100],
    ],
    budget: [],
  },
};
