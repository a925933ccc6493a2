import { expect } from "chai";
import { exact } from "./kinds/exact.ts";
import { fee } from "./kinds/fee.ts";
import type { Kind, Promised } from "./kinds/Kind.ts";
import { reentrant } from "./kinds/reentrant.ts";
import { refusing } from "./kinds/refusing.ts";
import { sayingFalse } from "./kinds/sayingFalse.ts";
import { shrinking } from "./kinds/shrinking.ts";
import { moneyFunctions } from "./moneyFunctions.ts";
import { flowsIn } from "./flows/flowsIn.ts";
import { flowsOfMany } from "./flows/flowsOfMany.ts";
import { flowsOut } from "./flows/flowsOut.ts";
import { flowsWithin } from "./flows/flowsWithin.ts";

const kinds: Kind[] = [...exact, ...fee, sayingFalse, refusing, shrinking, reentrant];
const flows = [...flowsIn, ...flowsWithin, ...flowsOut, ...flowsOfMany];

/** What a kind of currency promises, by the flow of money. */
function promisesOf(kind: Kind): Map<string, Promised[]> {
  return new Map([
    ...flowsIn.map((flow) => [flow.name, kind.in(flow)] as const),
    ...flowsWithin.map((flow) => [flow.name, kind.within(flow)] as const),
    ...flowsOut.map((flow) => [flow.name, kind.out(flow)] as const),
    ...flowsOfMany.map((flow) => [flow.name, kind.ofMany(flow)] as const),
  ]);
}

describe("currencies", () => {
  for (const kind of kinds) {
    describe(`given ${kind.name}`, () => {
      for (const [flow, promises] of promisesOf(kind)) {
        describe(`in ${flow}`, () => {
          for (const [what, test] of promises) it(what, test);
        });
      }
    });
  }

  it("are tried in every function in which money moves", () => {
    expect([...new Set(flows.flatMap(({ through }) => through))].sort()).to.deep.equal(moneyFunctions());
  });

  it("promise something in every flow, each kind of them", () => {
    const missing = kinds.flatMap((kind) => {
      const promises = promisesOf(kind);
      const silent = flows.filter(({ name }) => (promises.get(name) ?? []).length === 0);
      return silent.map(({ name }) => `${kind.name} in ${name}`);
    });

    expect(missing).to.deep.equal([]);
    expect(new Set(flows.map(({ name }) => name)).size).to.equal(flows.length);
  });
});
