import type { Stage } from "./openStage.ts";

function send({ demo }: Stage, method: string, params: unknown[]): Promise<unknown> {
  return demo.chain.connection.ethers.provider.send(method, params);
}

/** From now on transactions wait, as on a chain that takes its time, until `takeBlock` or until the test ends. */
export async function holdBlocks(stage: Stage): Promise<void> {
  await send(stage, "evm_setAutomine", [false]);
}

export async function takeBlock(stage: Stage): Promise<void> {
  await send(stage, "evm_mine", []);
}

/** The newest block is of this second, and time goes on from there. */
export async function goTo(stage: Stage, second: bigint | number): Promise<void> {
  await send(stage, "evm_setNextBlockTimestamp", [Number(second)]);
  await send(stage, "evm_mine", []);
}
