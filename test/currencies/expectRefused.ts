import { expect } from "chai";
import type { BaseContract } from "ethers";
import { stateOf } from "./booksOf.ts";
import type { Flow } from "./flows/Flow.ts";
import type { Stage } from "./stage.ts";

/** An error, and of whom: a contract that declares it. */
type Refusal = [errors: BaseContract, error: string, ...args: unknown[]];

/** A flow refuses with an error, and afterwards everything is as it was. */
export async function expectRefused(town: Stage, { act }: Flow, [errors, error, ...args]: Refusal) {
  const before = await stateOf(town);

  await expect(act(town))
    .to.be.revertedWithCustomError(errors, error)
    .withArgs(...args);

  expect(await stateOf(town)).to.deep.equal(before);
}
