import { type ComponentType, lazy } from "react";
import { Notice } from "../../components/Notice.tsx";
import { useSay } from "../../content/useSay.ts";
import { commonWords } from "../../content/words/common.ts";

/** A part of the page did not come. The figures that stand there are not lost by asking again. */
function NotHere() {
  const say = useSay();
  return (
    <Notice kind="bad" title={say(commonWords.notLoaded)} isLive>
      {say(commonWords.unreachableHelp)}
    </Notice>
  );
}

/** A part of the page that comes when it is asked for; words where it does not come. */
export function whenLoaded<props extends object>(load: () => Promise<ComponentType<props>>) {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: NotHere as ComponentType<props> }),
    ),
  );
}
