import type { Town } from "../../chain/members/Town.ts";
import { Page } from "../../components/Page.tsx";
import { serveWords } from "../../content/words/serve.ts";
import { useSay } from "../../content/useSay.ts";
import { KitchenBody } from "../../features/hours/serve/KitchenBody.tsx";

/** Where a steward hands out what weeks gave. It works without the chain too, once it was here with it. */
export function ServeDesk({ town }: { town: Town }) {
  const say = useSay();
  return (
    <Page title={say(serveWords.title(town.name))}>
      <KitchenBody town={town} />
    </Page>
  );
}
