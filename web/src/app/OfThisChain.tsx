import { wrongIn } from "@one-small-town/core/asking/wrongNode.ts";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import { blockQuery } from "../chain/blockQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { PageTrouble } from "./NotLoaded.tsx";
import type { WrongChain as Shown } from "./WrongChain.tsx";

// Nearly every node is the right one.
const WrongChain = lazy(() =>
  import("./WrongChain.tsx").then(
    (file): { default: typeof Shown } => ({ default: file.WrongChain }),
    (): { default: typeof Shown } => ({ default: () => <PageTrouble /> }),
  ),
);

/** A page, unless its node answers for another chain: then that is said first, and nothing else. */
export function OfThisChain({ children }: { children: ReactNode }) {
  const { error } = useQuery(blockQuery(useSystem()));
  const wrong = wrongIn(error);
  if (wrong === null) return children;
  return (
    <Suspense>
      <WrongChain wrong={wrong} />
    </Suspense>
  );
}
