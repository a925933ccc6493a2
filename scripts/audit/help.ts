export const help = `Does the books of a deployment again, from the chain alone, and compares them with what the contracts say.

npm run audit -- [--rpc URL [--rpc URL2]] [--deployment FILE] [--town N] [--block N] [--json] [--no-cache]

  --rpc URL          the node to read at; the local chain's, or the deployment's public node, when none is named
  --rpc URL2         a second node, of somebody else: every answer of the two must be the same
  --deployment FILE  which contracts: a file as npm run deploy writes it; that of the node's chain when none is named
  --town N           only what is about this town
  --block N          at this block; the newest that all nodes have when none is named
  --json             the findings as JSON (scripts/audit/Report.ts says what is in it)
  --no-cache         asks everything anew, and keeps nothing for a later run

The first line says in words whether all holds. Exit code: 0 all holds, 1 something does not, 2 nobody can say.
`;
