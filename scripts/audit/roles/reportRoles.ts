import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import type { Hex } from "viem";
import type { System } from "../../../web/src/chain/System.ts";
import type { Holder, Line } from "../Report.ts";
import { checkRoles } from "./checkRoles.ts";
import { kindOfRole } from "./kindOfRole.ts";
import { readRoles, type RolesRead } from "./readRoles.ts";
import { reportHolders } from "./reportHolders.ts";

type Roles = { lines: readonly Line[]; holders: readonly Holder[]; risks: readonly string[] };

type Wanted = { history: BlockRange; town: number | null };

/** Who holds which role, what is wrong with that, and where a single key is all that it takes. */
export async function reportRoles(system: System, deployment: Deployment, { history, town }: Wanted): Promise<Roles> {
  const read = await readRoles(system, history, town);
  const wanted = read.held.filter(({ role }) => town === null || concerns(role, town, read));
  const holders = await reportHolders(system, { ...read, held: wanted }, history.toBlock);
  const problems = checkRoles(read, deployment);
  const fine = `${read.held.length} roles are held, and ${read.events.length} times one was given or taken.`;
  return {
    lines: problems.length > 0 ? problems.map(brokenLine) : [{ outcome: "holds", words: fine }],
    holders,
    risks: holders.filter(isAtRisk).map(riskOf),
  };
}

/** Whether a role is one of a town, of its country, or of all towns. */
function concerns(role: Hex, town: number, { towns }: RolesRead): boolean {
  const known = kindOfRole(role);
  if (known === null || known.kind === "headOffice" || known.kind === "appointer") return true;
  return known.scope === (known.kind === "countryAmbassador" ? towns.get(town)?.country : town);
}

function brokenLine(words: string): Line {
  return { outcome: "broken", words };
}

/** The keys on which others' money rests. */
function isAtRisk({ id, isPlainWallet }: Holder): boolean {
  const kind = kindOfRole(id)?.kind;
  return isPlainWallet && (kind === "headOffice" || kind === "countryAmbassador" || kind === "townAmbassador");
}

function riskOf({ role, wallet }: Holder): string {
  return `The wallet of the ${role}, ${wallet}, is no contract: whoever has its one key has its power.`;
}
