import { useQuery } from "@tanstack/react-query";
import { Notice } from "../../components/Notice.tsx";
import { useSay } from "../../content/useSay.ts";
import { receiptWords } from "../../content/words/receipts.ts";

/**
 * That the chain refused, and why, in the words that the person would have met before sending. Only what a contract
 * answered is told as its reason: what a node or the way to it says instead is about today.
 */
export function RefusalNotice({ error }: { error: unknown }) {
  const say = useSay();
  const sentences = useQuery({
    queryKey: ["describeRevert"],
    queryFn: loadSentences,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: error !== undefined,
  });
  const why = sentences.data?.describeRevert(sentences.data.piecesOf(error));
  const isKnown = error === undefined || sentences.data !== undefined;
  return (
    <Notice kind="bad" title={say(receiptWords.refused)} isLive>
      <p>{say(receiptWords.refusedHelp)}</p>
      {isKnown && <p className="mt-2">{say(why === undefined ? receiptWords.notSaid : receiptWords.asked)}</p>}
      {why !== undefined && <p className="mt-2">{say(why)}</p>}
    </Notice>
  );
}

async function loadSentences() {
  const [{ describeRevert }, { piecesOf }] = await Promise.all([
    import("../../content/errors/describeRevert.ts"),
    import("../../content/errors/piecesOf.ts"),
  ]);
  return { describeRevert, piecesOf };
}
