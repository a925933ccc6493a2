import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { officesQuery } from "../chain/roles/officesQuery.ts";
import { useSeldom } from "../chain/useSeldom.ts";
import { useSystem } from "../chain/useSystem.ts";
import { useSay } from "../content/useSay.ts";
import { deskWords } from "../content/words/desk.ts";
import { menuLook, MenuSign } from "./menu.tsx";

/** The desk in the menu, for who holds an office. */
export function DeskEntry({ wallet }: { wallet: Address }) {
  const say = useSay();
  const offices = useSeldom(officesQuery(useSystem(), wallet)) ?? [];
  if (offices.length === 0) return null;
  return (
    <li className="min-w-0 flex-1 sm:flex-none">
      <Link to="/desk/{-$page}/{-$town}" params={{ page: undefined, town: undefined }} className={menuLook}>
        <MenuSign path="M3 9h18M5 9v11M19 9v11M11 9v6h8" />
        {say(deskWords.tab)}
      </Link>
    </li>
  );
}
