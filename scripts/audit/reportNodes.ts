import type { Node, Trouble } from "./node/agreeing.ts";
import type { CheckReport } from "./Report.ts";

/** More of the same says nothing new. */
const MOST = 20;

/** Whether the nodes answered, agreed, and gave nothing that is false by itself. `same`: hosts of addresses that name a node again. */
export function reportNodes(
  nodes: readonly Node[],
  troubles: readonly Trouble[],
  same: readonly string[],
): CheckReport {
  const wrong = troubles.filter(({ kind }) => kind === "false").map(({ words }) => words);
  const missing = troubles.filter(({ kind }) => kind === "missing").map(({ words }) => words);
  const lines = [
    ...[...new Set(wrong)].slice(0, MOST).map((words) => ({ outcome: "broken" as const, words })),
    ...[...new Set(missing)].slice(0, MOST).map((words) => ({ outcome: "unavailable" as const, words })),
  ];
  const counted = same.map((origin) => {
    const words = `${origin} is named again, written in another way: a node always agrees with itself, so it is counted once.`;
    return { outcome: "holds" as const, words };
  });
  const outcome = wrong.length > 0 ? "broken" : missing.length > 0 ? "unavailable" : "holds";
  const title = nodes.length === 1 ? "The node answered" : "The nodes gave the same answers";
  const praise = nodes.length === 1 ? `${nodes[0]?.name} alone was asked. A second --rpc shows whether it lies.` : null;
  const all = `${nodes.map(({ name }) => name).join(" and ")} agree in every answer.`;
  return {
    key: "nodes",
    title,
    outcome,
    lines: [...(lines.length > 0 ? lines : [{ outcome: "holds" as const, words: praise ?? all }]), ...counted],
  };
}
