import { Link } from "@tanstack/react-router";
import type { Town } from "../../chain/members/Town.ts";
import type { OfficeKind } from "../../chain/roles/officesQuery.ts";
import { useSay } from "../../content/useSay.ts";
import { officePages } from "./officePages.ts";

const look =
  "border-line hover:border-ink inline-flex min-h-12 items-center rounded-lg border-2 px-5 py-2 font-semibold no-underline";

/** The ways from the desk to the pages of an office in a town. */
export function OfficeLinks({ kind, town }: { kind: OfficeKind; town: Town }) {
  const say = useSay();
  const pages = officePages.filter(({ offices }) => offices.includes(kind));
  if (pages.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-3">
      {pages.map(({ page, words }) => (
        <Link key={page} to="/desk/{-$page}/{-$town}" params={{ page, town: String(town.id) }} className={look}>
          {say(words)}
        </Link>
      ))}
    </p>
  );
}
