import { wrongIn } from "@one-small-town/core/asking/wrongNode.ts";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { blockQuery } from "../chain/blockQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { Notice } from "../components/Notice.tsx";
import { useSay } from "../content/useSay.ts";
import { blockWords } from "../content/words/block.ts";

/** A page, unless its node answers for another chain: then that is said first, and nothing else. */
export function OfThisChain({ children }: { children: ReactNode }) {
  const say = useSay();
  const system = useSystem();
  const { error } = useQuery(blockQuery(system));
  const wrong = wrongIn(error);
  if (wrong === null) return children;
  return (
    <Notice kind="bad" isLive title={say(blockWords.wrong[wrong.is])}>
      {say(
        wrong.is === "otherChain" ? blockWords.chains(wrong.chainId, system.deployment.chainId) : blockWords.askOther,
      )}
    </Notice>
  );
}
