import type { ReactNode } from "react";
import type { Address } from "viem";
import { DecisionsEntry } from "./DecisionsEntry.tsx";
import { DeskEntry } from "./DeskEntry.tsx";

/** What is in the menu of some people alone: what they can decide now, and the desk of who holds an office. */
export function OwnEntries({ wallet }: { wallet: Address }): ReactNode {
  return (
    <>
      <DecisionsEntry key={wallet} wallet={wallet} />
      <DeskEntry wallet={wallet} />
    </>
  );
}
