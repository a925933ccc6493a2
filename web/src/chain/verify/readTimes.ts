import { hexOf } from "@one-small-town/core/hex.ts";
import { zeroAddress } from "viem";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import type { TownClient } from "../System.ts";
import { inParallel } from "@one-small-town/core/asking/atMost.ts";

const AT_ONCE = 8;

/** Of hours: which week a payment came in, and how long each sheet had to be reviewed. */
const JUDGED = new Set(["MembersFunded", "TimesheetSubmitted", "TimesheetAmended"]);

/** Of members: what has to happen in time, or ends when time has passed. */
const TIMED = new Set(["SuspensionProposed", "PersonSuspended", "SuccessionEnded"]);

type AnyEvent = { eventName: string; args: object; blockNumber: bigint };

/** The time of each block in which something happened that a rule ties to time, unless the node said it already. */
export async function readTimes(
  client: TownClient,
  known: ReadonlyMap<bigint, number>,
  books: Parameters<typeof blocksOf>[0],
) {
  const times = new Map(known);
  const missing = [...new Set(blocksOf(books))].filter((block) => !times.has(block));
  await inParallel(missing, AT_ONCE, async (block) => {
    const header = await client.request({ method: "eth_getBlockByNumber", params: [hexOf(block), false] });
    if (header === null) throw new Error(`Block ${block} is missing`);
    times.set(block, Number(header.timestamp));
  });
  return times;
}

type Tied =
  | "roles"
  | "projects"
  | "successions"
  | "benefits"
  | "sales"
  | "releases"
  | "profits"
  | "treasury"
  | "members"
  | "hours";

function blocksOf(books: Pick<Books, Tied | "divisions" | "tokenEvents">): bigint[] {
  const {
    roles,
    projects,
    successions,
    benefits,
    sales,
    releases,
    profits,
    treasury,
    members,
    hours,
    divisions,
    tokenEvents,
  } = books;
  const always = [roles, projects, successions, benefits, sales, releases, profits, treasury].flatMap<AnyEvent>(
    (part) => part ?? [],
  );
  const timed = (members ?? []).filter(({ eventName }) => TIMED.has(eventName));
  const judged = (hours ?? []).filter(({ eventName }) => JUDGED.has(eventName));
  const divided = (divisions ?? []).filter(({ eventName }) => eventName === "TownDivided");
  const sent = [...(tokenEvents?.values() ?? [])].flat().filter(isSent);
  return [...always, ...timed, ...judged, ...divided, ...sent].map(({ blockNumber }) => blockNumber);
}

/** From one wallet to another; what is issued and taken back comes with an event of the sale. */
function isSent({ eventName, args }: AnyEvent): boolean {
  return (
    eventName === "Transfer" && "from" in args && "to" in args && args.from !== zeroAddress && args.to !== zeroAddress
  );
}
