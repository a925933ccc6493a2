import { weekIndexOf, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { hexOf } from "@one-small-town/core/hex.ts";
import { zeroAddress } from "viem";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import type { TownClient } from "../System.ts";
import { inParallel } from "@one-small-town/core/asking/atMost.ts";

const AT_ONCE = 8;

/** Of hours: which week a payment came in, how long each sheet had to be reviewed, and how long a rejected week is open. */
const JUDGED = new Set(["MembersFunded", "TimesheetSubmitted", "TimesheetAmended", "TimesheetRejected"]);

/** Of members: what has to happen in time, or ends when time has passed. */
const TIMED = new Set(["SuspensionProposed", "PersonSuspended", "SuccessionEnded"]);

type AnyEvent = { eventName: string; args: object; blockNumber: bigint };

/**
 * The time of each block in which something happened that a rule ties to time, unless the node said it already; and of those
 * in which somebody was attested in the week of `now`, in seconds.
 */
export async function readTimes(
  client: TownClient,
  known: ReadonlyMap<bigint, number>,
  books: Parameters<typeof blocksOf>[0],
  now: number,
) {
  const times = new Map(known);
  const read = async (blocks: readonly bigint[]) => {
    const missing = blocks.filter((block) => !times.has(block));
    await inParallel(missing, AT_ONCE, async (block) => {
      const header = await client.request({ method: "eth_getBlockByNumber", params: [hexOf(block), false] });
      if (header === null) throw new Error(`Block ${block} is missing`);
      times.set(block, Number(header.timestamp));
    });
  };
  await read([...new Set(blocksOf(books))]);
  const began = weekStart(weekIndexOf(now));
  const attested = [
    ...new Set((books.members ?? []).filter(isAttested).map(({ blockNumber }) => blockNumber)),
  ].reverse();
  for (let i = 0; i < attested.length; i += AT_ONCE) {
    const blocks = attested.slice(i, i + AT_ONCE);
    await read(blocks);
    if (blocks.some((block) => (times.get(block) ?? 0) < began)) break;
  }
  return times;
}

function isAttested({ eventName }: AnyEvent): boolean {
  return eventName === "ResidencyAttested" || eventName === "OutsiderAttested";
}

type Tied =
  | "roles"
  | "towns"
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
    towns,
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
  const always = [roles, towns, projects, successions, benefits, sales, releases, profits, treasury].flatMap<AnyEvent>(
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
