import { lazy, Suspense, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords } from "../../../content/words/holdings.ts";
import type { HoldingNow } from "../../../chain/shares/Holding.ts";
import { usePlace } from "./usePlace.ts";

// Few who look send.
const SendForm = lazy(async () => ({ default: (await import("./SendForm.tsx")).SendForm }));

/** The way to the form; an open form stays until it is closed, also when the last share has gone. */
export function SendShares({ holding }: { holding: HoldingNow }) {
  const say = useSay();
  const place = usePlace(holding.token.business);
  const [isOpen, setIsOpen] = useState(false);
  if (place === undefined || (holding.held === 0n && !isOpen)) return null;
  return (
    <>
      <Button look="second" onClick={() => setIsOpen(true)}>
        {say(holdingWords.send)}
      </Button>
      {isOpen && (
        <Sheet title={say(holdingWords.sendOf(holding.token.name))} isOpen onClose={() => setIsOpen(false)}>
          <Suspense fallback={<Skeleton lines={6} />}>
            <SendForm holding={holding} place={place} />
          </Suspense>
        </Sheet>
      )}
    </>
  );
}
