import { Link } from "@tanstack/react-router";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";
import { Page } from "./Page.tsx";

/** What a link to something unknown shows: a sentence, and the way back. */
export function NothingHere({ title, help }: { title: string; help: string }) {
  const say = useSay();
  return (
    <Page title={title}>
      <p>{help}</p>
      <p>
        <Link to="/">{say(commonWords.allTowns)}</Link>
      </p>
    </Page>
  );
}
