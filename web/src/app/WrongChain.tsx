import type { WrongNode } from "@one-small-town/core/asking/wrongNode.ts";
import { useSystem } from "../chain/useSystem.ts";
import { Notice } from "../components/Notice.tsx";
import { useSay } from "../content/useSay.ts";
import { wrongChainWords } from "../content/words/wrongChain.ts";

/** That a page's node answers for another chain, and what to do about it. */
export function WrongChain({ wrong }: { wrong: WrongNode }) {
  const say = useSay();
  const { chainId } = useSystem().deployment;
  return (
    <Notice kind="bad" isLive title={say(wrongChainWords.wrong[wrong.is])}>
      {say(wrong.is === "otherChain" ? wrongChainWords.chains(wrong.chainId, chainId) : wrongChainWords.askOther)}
    </Notice>
  );
}
