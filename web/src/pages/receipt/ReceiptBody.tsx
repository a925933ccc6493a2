import { decodeLogs, type Ours, tellerOf } from "@one-small-town/core/receipt/decodeLogs.ts";
import type { Hash } from "viem";
import type { Town } from "../../chain/members/Town.ts";
import type { Receipt } from "../../chain/receipt/receiptQuery.ts";
import type { ShareToken } from "../../chain/shares/shareTokensQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Notice } from "../../components/Notice.tsx";
import { useSay } from "../../content/useSay.ts";
import { receiptWords } from "../../content/words/receipts.ts";
import { DetailsCard } from "./DetailsCard.tsx";
import { knownOf } from "./knownOf.ts";
import { RefusalNotice } from "./RefusalNotice.tsx";
import { ToldCard } from "./ToldCard.tsx";

type Props = {
  receipt: Receipt | "unknown" | "waiting";
  hash: Hash;
  towns: readonly Town[];
  tokens: readonly ShareToken[];
};

/** How a transaction ended, what our contracts tell of it, and where it stands on the chain. */
export function ReceiptBody({ receipt, hash, towns, tokens }: Props) {
  const { addresses } = useSystem().deployment;
  if (receipt === "unknown") return <End kind="warn" of="unknown" />;
  if (receipt === "waiting") return <End kind="info" of="waiting" />;
  const known = knownOf({ addresses, towns, tokens });
  const ours = { addresses, tokens: tokens.map(({ address }) => address), currencies: currenciesOf(towns) };
  const told = decodeLogs(receipt.logs, ours);
  return (
    <>
      <EndOf receipt={receipt} isTold={told.length > 0} ours={ours} />
      {told.length > 0 && <ToldCard told={told} known={known} />}
      <DetailsCard receipt={receipt} hash={hash} known={known} />
    </>
  );
}

function EndOf({ receipt: { refusal, to }, isTold, ours }: { receipt: Receipt; isTold: boolean; ours: Ours }) {
  const say = useSay();
  const isOurs = to !== null && tellerOf(to, ours) !== null;
  if (!isOurs && !isTold) return <End kind="info" of="strange" />;
  if (refusal !== null) return <RefusalNotice error={refusal.error} />;
  return (
    <Notice kind="good" title={say(receiptWords.confirmed)} isLive>
      {say(isTold ? receiptWords.confirmedHelp : receiptWords.silent)}
    </Notice>
  );
}

function End({ kind, of }: { kind: "warn" | "info"; of: "unknown" | "waiting" | "strange" }) {
  const say = useSay();
  return (
    <Notice kind={kind} title={say(receiptWords[of])} isLive>
      {say(receiptWords[`${of}Help`])}
    </Notice>
  );
}

function currenciesOf(towns: readonly Town[]): Ours["currencies"] {
  return towns.map(({ currency }) => currency.address);
}
