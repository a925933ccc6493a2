import { type Hex, zeroAddress } from "viem";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import { nextHeadOffice } from "@one-small-town/core/verify/roles/nextHeadOffice.ts";
import { kindOfRole } from "@one-small-town/core/verify/roles/kindOfRole.ts";
import { roleProblems, type RolesKnown, rolesKnown } from "@one-small-town/core/verify/roles/roleProblems.ts";
import type { System } from "../../../web/src/chain/System.ts";
import type { Holder, Line } from "../Report.ts";
import { utc } from "../words/figures.ts";
import { nextHeadOfficeWords } from "../words/verifyWords.ts";
import { describeProblem, describeStated, isOfRoles } from "./describeRoles.ts";
import { reportHolders } from "./reportHolders.ts";

type Roles = { lines: readonly Line[]; holders: readonly Holder[]; risks: readonly string[] };

/** Who holds which role, what is wrong with that, and where a single key is all that it takes. */
export async function reportRoles(system: System, books: Books): Promise<Roles> {
  const [problems, known] = [roleProblems(books), rolesKnown(books)];
  if (problems === null || known === null || books.said === null) throw new Error("Some of it could not be read");
  const wanted = known.held.filter(({ role }) => books.town === null || concerns(role, books.town, known));
  const holders = await reportHolders(system, { ...known, held: wanted }, books.block.number);
  const broken = [
    ...problems.map((problem) => describeProblem(problem, known)),
    ...books.said.filter(isOfRoles).flatMap((said) => describeStated(said, known)),
  ];
  const fine = `${known.held.length} roles are held, and ${known.events.length} times one was given or taken.`;
  return {
    lines: broken.length > 0 ? broken.map(brokenLine) : [{ outcome: "holds", words: fine }],
    holders,
    risks: [...holders.filter(isAtRisk).map(riskOf), ...passingOn(books)],
  };
}

/** Whether a role is one of a town, of its country, or of all towns. */
function concerns(role: Hex, town: number, { towns }: RolesKnown): boolean {
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

/** That head office is passing itself on is nobody's mistake, and worth knowing in time. */
function passingOn({ roles }: Books): string[] {
  const next = nextHeadOffice(roles ?? []);
  if (next === null) return [];
  const from = utc(next.after + 1);
  const { to, toNobody } = nextHeadOfficeWords;
  const { message = "" } = next.wallet === zeroAddress ? toNobody(from) : to(next.wallet, from);
  return [message];
}

function riskOf({ role, wallet }: Holder): string {
  return `The wallet of the ${role}, ${wallet}, is no contract: whoever has its one key has its power.`;
}
