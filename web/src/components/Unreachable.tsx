import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

/** A read failed: said in words, with a way to try again. No old figure is shown in its place. */
export function Unreachable({ retry, error }: { retry: () => void; error?: unknown }) {
  const say = useSay();
  const lacksViews = error instanceof Error && error.name === "NoViews";
  return (
    <Notice
      kind="bad"
      isLive
      title={say(commonWords.unreachable)}
      action={
        <Button look="second" onClick={retry}>
          {say(commonWords.retry)}
        </Button>
      }
    >
      {say(lacksViews ? commonWords.noViews : commonWords.unreachableHelp)}
    </Notice>
  );
}
