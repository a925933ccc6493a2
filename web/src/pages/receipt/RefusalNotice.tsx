import { useQuery } from "@tanstack/react-query";
import { Notice } from "../../components/Notice.tsx";
import { useSay } from "../../content/useSay.ts";
import { receiptWords } from "../../content/words/receipts.ts";

/** That the chain refused, and why, in the words that the person would have met before sending. */
export function RefusalNotice({ error }: { error: unknown }) {
  const say = useSay();
  const sentences = useQuery({
    queryKey: ["describeError"],
    queryFn: () => import("../../content/errors/describeError.ts"),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: error !== undefined,
  });
  const why = error === undefined ? receiptWords.notSaid : sentences.data?.describeError(error);
  return (
    <Notice kind="bad" title={say(receiptWords.refused)} isLive>
      <p>{say(receiptWords.refusedHelp)}</p>
      {why !== undefined && <p className="mt-2">{say(why)}</p>}
    </Notice>
  );
}
