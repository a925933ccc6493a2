import { msg } from "@lingui/core/macro";

/** Why there is nothing to show, and what to do. */
export const obstacleWords = {
  unreachable: {
    title: msg`The chain does not answer`,
    help: msg`Nothing is lost. Check your connection, then try again.`,
  },
  otherChain: {
    title: msg`This node is of another chain`,
    help: msg`It knows nothing of these contracts. Whoever runs this page has to name a node of the right chain.`,
  },
  otherPast: {
    title: msg`This node tells another past`,
    help: msg`Its chain has the right number, but began these contracts in a block that is another one here. Was the chain begun anew? Then this page needs its new addresses.`,
  },
  noContracts: {
    title: msg`This node does not have these contracts`,
    help: msg`It is of another chain with the same number, or has not read so far. Wait, or ask another node.`,
  },
  forgotten: {
    title: msg`This node no longer knows that block`,
    help: msg`Most nodes throw old figures away. Check the newest block, or ask a node that keeps them all. That is called an archive node.`,
  },
  future: {
    title: msg`That block is still to come`,
    help: msg`The chain is not there yet. Check the newest block, or wait.`,
  },
  eventless: {
    title: msg`This node gives no events`,
    help: msg`The contracts are there, but the node tells nothing of what happened in them. Nobody can say by it whether all adds up. Ask another node.`,
  },
  noTown: { title: msg`There is no such town`, help: msg`The link may be old or mistyped. Check all the towns.` },
};
