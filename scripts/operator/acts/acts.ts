import type { Verb } from "../../commands/townVerbs.mjs";
import type { Act } from "./Act.ts";
import { askingActs } from "./asking.ts";
import { hoursActs } from "./hours.ts";
import { membersActs } from "./members.ts";
import { profitActs } from "./profit.ts";
import { projectsActs } from "./projects.ts";
import { rolesActs } from "./roles.ts";
import { sharesActs } from "./shares.ts";

/** Everything that somebody does with the contracts, by the word with which they say it. */
export const acts: Readonly<Record<Verb, Act>> = {
  ...rolesActs,
  ...membersActs,
  ...projectsActs,
  ...hoursActs,
  ...sharesActs,
  ...profitActs,
  ...askingActs,
};
