import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { useBlockTime } from "../chain/blockQuery.ts";
import { ownCaseQuery } from "../chain/decisions/ownCaseQuery.ts";
import { releaseDecisionsQuery } from "../chain/decisions/releaseDecisionsQuery.ts";
import { townDecisionsQuery } from "../chain/decisions/townDecisionsQuery.ts";
import { townsQuery } from "../chain/members/townsQuery.ts";
import { useSeldom } from "../chain/useSeldom.ts";
import { useSystem } from "../chain/useSystem.ts";
import { useSay } from "../content/useSay.ts";
import { count } from "../content/format.ts";
import { decisionWords } from "../content/words/decisions.ts";
import { voiceOf } from "../transactions/objectToSpendings.ts";
import { voiceIn } from "../transactions/releaseVoices.ts";
import { menuLook, MenuSign } from "./menu.tsx";

/** In the menu of who has something to decide now: how much, and the way there. */
export function DecisionsEntry({ wallet }: { wallet: Address }) {
  const say = useSay();
  const open = useOpen(wallet);
  if (open === 0) return null;
  return (
    <li className="min-w-0 flex-1 sm:flex-none">
      <Link to="/decisions" className={menuLook} aria-label={say(decisionWords.badge(open))}>
        <span className="relative">
          <MenuSign path="M5 4h14v16H5zM8 9l2 2 4-4M8 16h8" />
          <span
            aria-hidden="true"
            className="bg-bad text-card figures absolute -end-3 -top-2 min-w-5 rounded-full px-1 text-center text-xs font-bold"
          >
            {count(open)}
          </span>
        </span>
        {say(decisionWords.tab)}
      </Link>
    </li>
  );
}

/** How many things somebody can say no to now. */
function useOpen(wallet: Address): number {
  const system = useSystem();
  const now = useBlockTime() ?? 0;
  const own = useSeldom(ownCaseQuery(system, wallet));
  const releases = useSeldom(releaseDecisionsQuery(system, wallet)) ?? [];
  const { town: id = 0, number = 0 } = own?.person ?? {};
  const town = useSeldom(townsQuery(system))?.find((each) => each.id === id);
  const decisions = useSeldom(townDecisionsQuery(system, town ?? NO_TOWN, number), town !== undefined && number > 0);
  const spendings = decisions?.spendings.filter((spending) => voiceOf(spending, now) === "open") ?? [];
  const tranches = releases.filter((release) => voiceIn(release).mayObject);
  const isMoved = own?.succession != null && now < own.succession.objectUntil;
  return spendings.length + tranches.length + (isMoved ? 1 : 0);
}

const NO_TOWN = { id: 0, name: "", country: 0, currency: { address: "0x", symbol: "", decimals: 0 } } as const;
