import { Notice } from "../../components/Notice.tsx";
import { commonWords } from "../../content/words/common.ts";
import { useSay } from "../../content/useSay.ts";

/** A part of the page did not come. The figures that stand there are not lost by asking again. */
export function NotHere() {
  const say = useSay();
  return (
    <Notice kind="bad" title={say(commonWords.notLoaded)} isLive>
      {say(commonWords.unreachableHelp)}
    </Notice>
  );
}
