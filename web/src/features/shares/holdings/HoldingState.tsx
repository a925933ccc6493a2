import { Link } from "@tanstack/react-router";
import { count, dateTime, money } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords } from "../../../content/words/holdings.ts";
import type { Holding } from "../../../chain/shares/Holding.ts";
import { claimKeptRefund } from "../../../transactions/claimKeptRefund.ts";
import { refundShares } from "../../../transactions/refundShares.ts";
import { settleOffering } from "../../../transactions/settleOffering.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";
import { usePlace } from "./usePlace.ts";

/** Whether the shares are locked or the person's to move, and what there is to do about it. */
export function HoldingState({ holding }: { holding: Holding }) {
  switch (holding.phase) {
    case "settled":
      return <Unlocked holding={holding} />;
    case "succeeded":
      return <Succeeded holding={holding} />;
    case "failed":
      return <Failed holding={holding} />;
    default:
      return <OnSale holding={holding} />;
  }
}

type Props = { holding: Holding };

function OnSale({ holding: { token, ends } }: Props) {
  const say = useSay();
  return (
    <div className="space-y-2 text-sm">
      {ends !== null && <p>{say(holdingWords.onSaleHelp(dateTime(ends)))}</p>}
      <Link to="/offering/$offering" params={{ offering: String(token.offering) }}>
        {say(holdingWords.toSale)}
      </Link>
    </div>
  );
}

function Succeeded({ holding: { token } }: Props) {
  const say = useSay();
  return (
    <div className="space-y-3">
      <p className="text-sm">{say(holdingWords.succeededHelp)}</p>
      <TransactionButton transaction={settleOffering} input={token} label={say(holdingWords.unlock)} />
    </div>
  );
}

function Unlocked({ holding: { token, scope, held, isPledged } }: Props) {
  const say = useSay();
  const place = usePlace(token.business);
  if (held === 0n || place === undefined) return null;
  return (
    <p role="status" className="text-sm">
      {say(holdingWords.yours)} {say(isPledged ? holdingWords.pledged : holdingWords.mayGoTo(scope, place))}
    </p>
  );
}

function Failed({ holding }: Props) {
  const say = useSay();
  const { token, held, kept } = holding;
  const amount = money(held * token.price, token.currency);
  const price = money(token.price, token.currency);
  const paidOut = (holding.past?.refunded ?? kept) - kept;
  return (
    <div className="space-y-3">
      {held > 0n && (
        <>
          <p className="text-sm">
            {say(holdingWords.failedHelp)}{" "}
            <b className="figures">{say(holdingWords.refundSum(count(held), price, amount))}</b>
          </p>
          <TransactionButton transaction={refundShares} input={holding} label={say(holdingWords.refund(amount))} />
        </>
      )}
      {paidOut > 0n && <p role="status">{say(holdingWords.refunded(money(paidOut, token.currency)))}</p>}
      {kept > 0n && <Kept holding={holding} />}
    </div>
  );
}

function Kept({ holding }: Props) {
  const say = useSay();
  const amount = money(holding.kept, holding.token.currency);
  return (
    <>
      <p className="text-sm">{say(holdingWords.keptHelp(amount))}</p>
      <TransactionButton transaction={claimKeptRefund} input={holding} label={say(holdingWords.claimKept(amount))} />
    </>
  );
}
