import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import type { VerifyRoute } from "@one-small-town/core/verify/VerifyRoute.ts";
import type { Checked } from "../../chain/verify/CheckMessages.ts";
import { AgainCard } from "./AgainCard.tsx";
import { BooksCard } from "./BooksCard.tsx";
import type { MakeTable } from "./useCheck.ts";

type Props = { checked: Checked; route: VerifyRoute; settings: Settings; makeTable: MakeTable };

/** What to do with a verdict: have it checked by somebody else, and take the books along. */
export function TakeAway({ checked, route, settings, makeTable }: Props) {
  return (
    <>
      <AgainCard checked={checked} town={route.town} settings={settings} />
      <BooksCard checked={checked} makeTable={makeTable} />
    </>
  );
}
