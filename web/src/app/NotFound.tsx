import { NothingHere } from "../components/NothingHere.tsx";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";

export function NotFound() {
  const say = useSay();
  return <NothingHere title={say(commonWords.notFound)} help={say(commonWords.notFoundHelp)} />;
}
