import { useIsFetching } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { Address } from "viem";
import { DecisionsEntry } from "./DecisionsEntry.tsx";
import { DeskEntry } from "./DeskEntry.tsx";

/** For so many milliseconds nothing was read: the page has what it shows. */
const QUIET = 500;

/** What is in the menu of some people alone: what they can decide now, and the desk of who holds an office. */
export function OwnEntries({ wallet }: { wallet: Address }): ReactNode {
  const isQuiet = useQuiet();
  if (!isQuiet) return null;
  return (
    <>
      <DecisionsEntry key={wallet} wallet={wallet} />
      <DeskEntry wallet={wallet} />
    </>
  );
}

/** Whether the page has been read once: what is for few must not be in the way of what everybody waits for. */
function useQuiet(): boolean {
  const [isQuiet, setQuiet] = useState(false);
  const isReading = useIsFetching() > 0;
  useEffect(() => {
    const timer = isReading ? undefined : setTimeout(() => setQuiet(true), QUIET);
    return () => clearTimeout(timer);
  }, [isReading]);
  return isQuiet;
}
