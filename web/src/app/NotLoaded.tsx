import { useEffect } from "react";
import { Button } from "../components/Button.tsx";
import { Notice } from "../components/Notice.tsx";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";

const reload = () => location.reload();

/** Code that did not come: said in words. A browser fetches it anew only with the whole page, here as soon as it can. */
export function NotLoaded() {
  const say = useSay();
  useEffect(() => {
    addEventListener("online", reload);
    return () => removeEventListener("online", reload);
  }, []);
  return (
    <Notice
      kind="bad"
      isLive
      action={
        <Button look="second" onClick={reload}>
          {say(commonWords.retry)}
        </Button>
      }
    >
      {say(commonWords.unreachableHelp)}
    </Notice>
  );
}
