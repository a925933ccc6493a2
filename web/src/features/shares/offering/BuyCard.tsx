import { lazy, Suspense } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "../../../components/Button.tsx";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { describeMayBuy } from "../../../content/describeMayBuy.ts";
import type { Unit } from "../../../content/format.ts";
import { shareWords } from "../../../content/words/shares.ts";
import { useSay } from "../../../content/useSay.ts";
import { buyerQuery } from "../../../chain/shares/buyerQuery.ts";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { isOnSale } from "@one-small-town/core/shares/phases.ts";
import { mayBuy } from "@one-small-town/core/shares/mayBuy.ts";
import { chooseWallet, useWallet, type Wallet } from "../../../transactions/wallet/walletStore.ts";

// Most who look have no wallet; only who has bought something can give it back.
const BuyForm = lazy(async () => ({ default: (await import("./BuyForm.tsx")).BuyForm }));
const CancelForm = lazy(async () => ({ default: (await import("./CancelForm.tsx")).CancelForm }));

type Props = { offering: Offering; unit: Unit; now: number };

/** Whether the person may buy now, why not and when; the form, where they may; and the way back. */
export function BuyCard({ offering, unit, now }: Props) {
  const say = useSay();
  const wallet = useWallet();
  const isOver = !isOnSale(offering.phase);
  return (
    <Card title={say(isOver ? shareWords.ended : shareWords.buy)} className="border-link border-2">
      {isOver && <Over offering={offering} now={now} />}
      {!isOver && wallet === null && <Invitation />}
      {!isOver && wallet !== null && (
        <BuyerPart key={wallet.address} offering={offering} unit={unit} now={now} wallet={wallet} />
      )}
    </Card>
  );
}

function Over({ offering, now }: { offering: Offering; now: number }) {
  const say = useSay();
  return (
    <div className="space-y-3">
      <Notice kind="info">{say(describeMayBuy({ answer: "no", why: "over" }, { phase: offering.phase, now }))}</Notice>
      <Link to="/shares" className="inline-block py-2">
        {say(offering.phase === "failed" ? shareWords.toRefund : shareWords.toShares)}
      </Link>
    </div>
  );
}

function Invitation() {
  const say = useSay();
  return (
    <div className="space-y-3">
      <p>{say(shareWords.connectHelp)}</p>
      <Button className="w-full" onClick={chooseWallet}>
        {say(shareWords.connectToBuy)}
      </Button>
    </div>
  );
}

function BuyerPart({ offering, unit, now, wallet }: Props & { wallet: Wallet }) {
  const say = useSay();
  const query = useQuery(buyerQuery(useSystem(), offering, wallet.address));
  return (
    <Loaded query={query} lines={4}>
      {(buyer) => {
        const answer = mayBuy(offering, buyer, now);
        return (
          <div className="space-y-5">
            <Notice kind={answer.answer === "now" ? "good" : "info"}>
              {say(describeMayBuy(answer, { phase: offering.phase, now }))}
            </Notice>
            {answer.answer === "now" && (
              <Suspense fallback={<Skeleton lines={4} />}>
                <BuyForm offering={offering} unit={unit} buyer={buyer} most={answer.most} limit={answer.limit} />
              </Suspense>
            )}
            {buyer.held > 0 && (
              <Suspense fallback={<Skeleton lines={2} />}>
                <CancelForm offering={offering} unit={unit} now={now} held={buyer.held} />
              </Suspense>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
