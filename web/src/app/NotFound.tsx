import { Link } from "@tanstack/react-router";
import { Page } from "../components/Page.tsx";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";

export function NotFound() {
  const say = useSay();
  return (
    <Page title={say(commonWords.notFound)}>
      <p>{say(commonWords.notFoundHelp)}</p>
      <Link to="/">{say(commonWords.home)}</Link>
    </Page>
  );
}
