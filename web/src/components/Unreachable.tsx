import type { MessageDescriptor } from "@lingui/core";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

/** What can be said of a few errors, by their names; the code that throws them comes later than this. */
const HELP: Readonly<Record<string, MessageDescriptor>> = {
  NoViews: commonWords.noViews,
  NotTold: commonWords.notTold,
};

/** A read failed: said in words, with a way to try again. No old figure is shown in its place. */
export function Unreachable({ retry, error }: { retry: () => void; error?: unknown }) {
  const say = useSay();
  const name = error instanceof Error ? error.name : "";
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
      {say(HELP[name] ?? commonWords.unreachableHelp)}
    </Notice>
  );
}
