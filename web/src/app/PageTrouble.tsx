import { Page } from "../components/Page.tsx";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";
import { NotLoaded } from "./NotLoaded.tsx";

/** In place of a page whose code did not come, so that the way to the others stays. */
export function PageTrouble() {
  const say = useSay();
  return (
    <Page title={say(commonWords.notLoaded)}>
      <NotLoaded />
    </Page>
  );
}
