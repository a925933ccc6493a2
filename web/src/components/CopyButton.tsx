import { useState } from "react";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";
import { Button } from "./Button.tsx";

/** Copies a text that stands beside it, so that where the browser forbids it a person can still mark it by hand. */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const say = useSay();
  const [isCopied, setIsCopied] = useState(false);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      setIsCopied(false);
    }
  }

  return (
    <>
      <Button
        look="quiet"
        className="!px-2 text-sm"
        aria-label={`${say(commonWords.copy)}: ${name}`}
        onClick={() => void copy()}
      >
        {say(isCopied ? commonWords.copied : commonWords.copy)}
      </Button>
      <span role="status" className="sr-only">
        {isCopied && say(commonWords.copied)}
      </span>
    </>
  );
}
