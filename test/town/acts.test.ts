import { expect } from "chai";
import { acts } from "../../scripts/operator/acts/acts.ts";
import { actsOfHours } from "./acts/hours.ts";
import { actsOfMembers } from "./acts/members.ts";
import { actsOfProfit } from "./acts/profit.ts";
import { actsOfRoles } from "./acts/roles.ts";
import { actsOfShares } from "./acts/shares.ts";
import { doneVerbs } from "./support/atTheTerminal.ts";

// In one file, and so in one process, that it is known at the end which verbs nobody tried.
describe("every act of npm run town", () => {
  actsOfRoles();
  actsOfMembers();
  actsOfShares();
  actsOfHours();
  actsOfProfit();

  after(() => {
    expect(Object.keys(acts).filter((verb) => !doneVerbs.has(verb))).to.deep.equal([]);
  });
});
