import type { ReactNode } from "react";
import type { Hash } from "viem";
import { Card } from "../../components/Card.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { dateTime, money } from "../../content/format.ts";
import type { Known } from "../../content/receipts/Sentence.ts";
import { useSay } from "../../content/useSay.ts";
import { commonWords } from "../../content/words/common.ts";
import { receiptWords } from "../../content/words/receipts.ts";
import type { Receipt } from "../../chain/receipt/receiptQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { linkTo } from "@one-small-town/core/verify/VerifyRoute.ts";

type Props = { receipt: Receipt; hash: Hash; known: Known };

/** Where and when the chain took a transaction, who sent it, and what that cost. */
export function DetailsCard({ receipt: { block, timestamp, from, to, fee }, hash, known }: Props) {
  const say = useSay();
  const { explorer, nativeCurrency } = useSystem().settings.network;
  return (
    <Card title={say(receiptWords.details)}>
      <dl className="space-y-3">
        <Detail name={say(receiptWords.when)}>{dateTime(timestamp)}</Detail>
        <Detail name={say(receiptWords.block)}>{String(block)}</Detail>
        <Detail name={say(receiptWords.sender)}>{from}</Detail>
        {to !== null && <Detail name={say(receiptWords.receiver)}>{known.who(to)}</Detail>}
        <Detail name={say(receiptWords.fee)}>{money(fee, nativeCurrency)}</Detail>
        <Detail name={say(receiptWords.hash)}>
          {hash} <CopyButton text={hash} name={say(receiptWords.hash)} />
        </Detail>
      </dl>
      <p className="mt-4 flex flex-wrap gap-x-6">
        <a href={linkTo("./verify.html", { block, town: null, poster: null })} className="py-2">
          {say(receiptWords.check)}
        </a>
        {explorer !== null && (
          <a href={`${explorer}/tx/${hash}`} target="_blank" rel="noreferrer" className="py-2">
            {say(commonWords.explorer)}
          </a>
        )}
      </p>
    </Card>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-soft text-sm">{name}</dt>
      <dd className="figures break-all">{children}</dd>
    </div>
  );
}
