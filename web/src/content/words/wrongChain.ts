import { msg } from "@lingui/core/macro";

/** What is said in place of a page whose node answers for another chain. */
export const wrongChainWords = {
  wrong: {
    otherChain: msg`This page reads from a node of another chain. Nothing here would be true.`,
    otherPast: msg`This page reads from a chain that was begun anew. What it knew of these contracts is gone.`,
    noContracts: msg`The node that this page reads from does not have these contracts.`,
  },
  chains: (chain: number, wanted: number) =>
    msg`The node is of chain ${chain}, these contracts are on chain ${wanted}. Whoever runs this page has to name another node.`,
  askOther: msg`It is of another chain with the same number, or has not read so far. Wait, or tell whoever runs this page.`,
};
