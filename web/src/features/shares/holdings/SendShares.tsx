import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords } from "../../../content/words/holdings.ts";
import type { HoldingNow } from "../../../chain/shares/Holding.ts";
import { SendForm } from "./SendForm.tsx";
import { usePlace } from "./usePlace.ts";

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
          <SendForm holding={holding} place={place} />
        </Sheet>
      )}
    </>
  );
}
