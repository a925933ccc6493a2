import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { townsQuery } from "../../chain/members/townsQuery.ts";
import { officesQuery } from "../../chain/roles/officesQuery.ts";
import { useSeldom } from "../../chain/useSeldom.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Notice } from "../../components/Notice.tsx";
import { listOf } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { deskWords } from "../../content/words/desk.ts";
import { placeOf } from "./officePlace.ts";

/** Which offices the connected person holds, and the way to their desk; nothing for who holds none. */
export function OfficeLine({ wallet }: { wallet: Address }) {
  const say = useSay();
  const system = useSystem();
  const offices = useSeldom(officesQuery(system, wallet)) ?? [];
  const { data: towns } = useQuery({ ...townsQuery(system), enabled: offices.length > 0 });
  if (offices.length === 0 || towns === undefined) return null;
  const names = offices.map((office) => {
    const [name, place] = [say(deskWords.offices[office.kind]), placeOf(office, towns)];
    return place === null ? name : say(deskWords.officeOf(name, place));
  });
  return (
    <Notice
      kind="info"
      action={
        <Link to="/desk/{-$page}/{-$town}" params={{ page: undefined, town: undefined }}>
          {say(deskWords.toDesk)}
        </Link>
      }
    >
      {say(deskWords.yours(listOf(names)))}
    </Notice>
  );
}
