import type { projectKinds } from "../../web/src/lib/projects/projectKinds.ts";

/** What the demo's people wrote about a project: its metadata on chain, and the words of its documents. */
export type DemoProject = {
  kind: (typeof projectKinds)[number];
  title: string;
  sector: string;
  about: string;
  goal: string;
  budget: string;
  size: string;
  horizon: string;
};

export type DemoIdea = DemoProject & { kind: "community" | "cornerstone" };

export const riverPath: DemoProject = {
  ...{ kind: "upliftment", title: "River path", sector: "Sport", size: "small", horizon: "6 months" },
  about: "We clear the old path along the river, put up benches and plant shade trees.",
  goal: "A safe path of 3 km from the school to the bridge.",
  budget: "Hours of members, and 1,200 dollars for tools and trees.",
};

export const garden: DemoProject = {
  ...{ kind: "garden", title: "Market Street garden", sector: "Agriculture", size: "small", horizon: "1 year" },
  about: "Members grow vegetables on the empty lot in Market Street. Everybody who helps takes some home.",
  goal: "Fresh food for 60 homes every week.",
  budget: "Hours of members, and 800 dollars for seed, compost and a water tank.",
};

export const guestHouse: DemoIdea = {
  ...{ kind: "community", title: "Guest house", sector: "Tourism", size: "medium", horizon: "2 years" },
  about: "The old station could hold eight rooms for people who walk the river path. This is only an idea so far.",
  goal: "Eight rooms, half of them full on an average night.",
  budget: "Not known yet. A member is asking builders for prices.",
};

export const bakery: DemoIdea = {
  ...{ kind: "community", title: "Bakery", sector: "Food processing", size: "small", horizon: "1 year" },
  about: "Bread and rolls, baked in town every morning. The last bakery closed in 2014 when its owner moved away.",
  goal: "600 loaves a day, which is a third of what the town eats.",
  budget: "2,000 dollars at least for the oven and the lease; with 4,000 also a delivery bicycle and a second mixer.",
};

export const solarWorkshop: DemoIdea = {
  ...{ kind: "cornerstone", title: "Solar workshop", sector: "Engineering", size: "medium", horizon: "2 years" },
  about: "We build and mend solar lamps and small panels, and teach young people the trade.",
  goal: "40 homes with light of their own by the end of the first year.",
  budget: "2,000 dollars at least for tools and parts; with 4,000 also a test bench and a van.",
};

export const laundry: DemoIdea = {
  ...{ kind: "community", title: "Laundry", sector: "Manufacturing", size: "small", horizon: "1 year" },
  about: "Six washing machines behind the market. Too few people bought shares, so it did not start.",
  goal: "Clean clothes for 100 homes a week.",
  budget: "2,000 dollars at least for six machines and a boiler.",
};

export const dairy: DemoIdea = {
  ...{ kind: "community", title: "Dairy", sector: "Food production", size: "medium", horizon: "2 years" },
  about: "Milk of eight farms near town, cooled and made into yoghurt and cheese here and not 200 km away.",
  goal: "900 litres of milk a day, all that the eight farms give.",
  budget: "2,000 dollars at least for the cooling tank; with 4,000 also a cheese room.",
};
