import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { Hash } from "viem";
import { Loaded } from "../components/Loaded.tsx";
import { NothingHere } from "../components/NothingHere.tsx";
import { Page } from "../components/Page.tsx";
import { Plaque } from "../components/Plaque.tsx";
import { useSay } from "../content/useSay.ts";
import { receiptWords } from "../content/words/receipts.ts";
import { combined } from "../chain/combined.ts";
import { townsQuery } from "../chain/members/townsQuery.ts";
import { receiptQuery } from "../chain/receipt/receiptQuery.ts";
import { isTransaction, transactionQuery } from "../chain/receipt/transactionAt.ts";
import { shareTokensQuery } from "../chain/shares/shareTokensQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { ReceiptBody } from "./receipt/ReceiptBody.tsx";

/** What a transaction did, in words: who paid what to whom. For anybody, and without a wallet. */
export function ReceiptPage() {
  const say = useSay();
  const { hash } = useParams({ from: "/receipt/$hash" });
  if (!isTransaction(hash))
    return <NothingHere title={say(receiptWords.badLink)} help={say(receiptWords.badLinkHelp)} />;
  const title = say(receiptWords.title);
  return (
    <Page
      title={title}
      sign={
        <Plaque
          title={title}
          under={<span className="figures">{hash.length > 20 ? `${hash.slice(0, 10)}…${hash.slice(-8)}` : hash}</span>}
        />
      }
    >
      <Named key={hash} text={hash} />
    </Page>
  );
}

/** A history names a transaction by its place: its hash is asked for. */
function Named({ text }: { text: string }) {
  const say = useSay();
  const hash = useQuery(transactionQuery(useSystem(), text));
  return (
    <Loaded query={hash} lines={8}>
      {(found) =>
        found === null ? (
          <NothingHere title={say(receiptWords.badLink)} help={say(receiptWords.badLinkHelp)} />
        ) : (
          <ReceiptOf hash={found} />
        )
      }
    </Loaded>
  );
}

function ReceiptOf({ hash }: { hash: Hash }) {
  const system = useSystem();
  const receipt = useQuery(receiptQuery(system, hash));
  const towns = useQuery(townsQuery(system));
  const tokens = useQuery(shareTokensQuery(system));
  return (
    <Loaded query={combined([receipt, towns, tokens])} lines={8}>
      {([what, allTowns, allTokens]) => <ReceiptBody receipt={what} hash={hash} towns={allTowns} tokens={allTokens} />}
    </Loaded>
  );
}
