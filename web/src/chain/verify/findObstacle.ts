import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import { wrongNode } from "@one-small-town/core/asking/wrongNode.ts";
import { hexOf } from "@one-small-town/core/hex.ts";
import type { System } from "../System.ts";
import type { Obstacle } from "./CheckMessages.ts";

/**
 * Why a block cannot be checked; null when nothing is in the way. That the node answers for these contracts comes first.
 * Nodes throw old states away, and word it in many ways: one that tells the newest balance and not the old one has
 * forgotten it.
 */
export async function findObstacle(
  { client, deployment }: Pick<System, "client" | "deployment">,
  block: bigint | null,
): Promise<Obstacle | null> {
  const wrong = await wrongNode(client.request as Ask, deployment).catch(() => "unreachable" as const);
  if (wrong !== null) return wrong === "unreachable" ? wrong : wrong.is;
  if (block === null) return null;
  const newest = await client.request({ method: "eth_blockNumber" }).then(BigInt, () => null);
  if (newest === null) return "unreachable";
  if (block > newest) return "future";
  const tells = (number: bigint) =>
    client.request({ method: "eth_getBalance", params: [deployment.addresses.Contributions, hexOf(number)] }).then(
      () => true,
      () => false,
    );
  if (await tells(block)) return null;
  return (await tells(newest)) ? "forgotten" : "unreachable";
}
