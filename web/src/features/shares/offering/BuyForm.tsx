import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Notice } from "../../../components/Notice.tsx";
import { ShareCount } from "../../../components/ShareCount.tsx";
import { about, count, money, type Unit } from "../../../content/format.ts";
import { inputWords } from "../../../content/words/inputs.ts";
import { shareWords } from "../../../content/words/shares.ts";
import { useSay } from "../../../content/useSay.ts";
import { feeQuery } from "../../../chain/fees/feeQuery.ts";
import type { BuyerRecord } from "../../../chain/shares/buyerQuery.ts";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { readShares } from "@one-small-town/core/shares/readShares.ts";
import { useWallet } from "../../../transactions/wallet/walletStore.ts";
import { buyShares } from "../../../transactions/buyShares.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

type Props = { offering: Offering; unit: Unit; buyer: BuyerRecord; most: number; limit: number };

/** Gas of an allowance and of a purchase, as measured, and as many bytes as they have; the wallet shows the exact fee. */
const [ALLOWANCE, PURCHASE] = [50_000n, 100_000n];
const DATA = `0x${"a1".repeat(68)}` as const;

/** How many shares, what they cost in full, and the button. */
export function BuyForm({ offering, unit, buyer, most, limit }: Props) {
  const say = useSay();
  const [text, setText] = useState("1");
  const reading = readShares(text);
  const shares = "shares" in reading ? reading.shares : null;
  const price = offering.price * BigInt(shares ?? 0);
  const isTooMuch = price > buyer.money;
  return (
    <form className="space-y-4" onSubmit={(event) => event.preventDefault()}>
      <ShareCount
        label={say(shareWords.howMany)}
        hint={say(shareWords.howManyHint(count(most)))}
        text={text}
        shares={shares}
        most={most}
        onChange={setText}
        problem={problemOf()}
      />
      <dl className="bg-page flex flex-wrap items-baseline justify-between gap-x-4 rounded-lg p-4">
        <dt>{say(shareWords.youPay)}</dt>
        <dd className="font-sign figures text-xl font-bold">{money(price, unit)}</dd>
      </dl>
      <div className="text-soft space-y-1 text-sm">
        <p>{say(shareWords.youHave(money(buyer.money, unit)))}</p>
        <p>{say(shareWords.youHold(buyer.held, count(limit)))}</p>
        <Fee />
      </div>
      {isTooMuch && <TooLittle unit={unit} price={price} has={buyer.money} />}
      <HowToGet unit={unit} isOpen={isTooMuch} />
      <TransactionButton
        transaction={buyShares}
        input={shares === null || shares > most || isTooMuch ? null : { offering, shares, unit }}
        label={shares === null ? say(shareWords.buyNothing) : say(shareWords.buyButton(shares, money(price, unit)))}
      />
      <p className="text-soft text-sm">{say(shareWords.twoSteps)}</p>
    </form>
  );

  function problemOf(): string | null {
    if ("problem" in reading) return say(inputWords.shares[reading.problem]);
    return reading.shares > most ? say(shareWords.aboveMost(count(most))) : null;
  }
}

function Fee() {
  const say = useSay();
  const system = useSystem();
  const feeCurrency = useWallet()?.feeCurrency;
  const { ShareOffering } = system.deployment.addresses;
  const call = { from: ShareOffering, to: ShareOffering, data: DATA };
  const calls = [ALLOWANCE, PURCHASE].map((gas) => ({ ...call, gas }));
  const { data: fee, isError } = useQuery({
    ...feeQuery(system, calls, feeCurrency ?? undefined),
    enabled: feeCurrency !== null,
  });
  if (feeCurrency === null || isError) return null;
  // Its place is held until it is there, so that the button below does not move under a finger.
  const look = fee === undefined ? "invisible" : "";
  return (
    <p className={look}>
      {say(shareWords.fee(about(fee ?? 0n, feeCurrency ?? system.settings.network.nativeCurrency)))}
    </p>
  );
}

function TooLittle({ unit, price, has }: { unit: Unit; price: bigint; has: bigint }) {
  const say = useSay();
  return (
    <Notice kind="warn" isLive>
      {say(shareWords.tooLittleMoney(money(price, unit), money(has, unit)))}
    </Notice>
  );
}

/** The town's own words on where its currency comes from. */
function HowToGet({ unit, isOpen }: { unit: Unit; isOpen: boolean }) {
  const say = useSay();
  const { howToGetCurrency } = useSystem().settings;
  if (howToGetCurrency === null) return null;
  return (
    <details open={isOpen}>
      <summary className="text-link min-h-11 py-2 text-sm">{say(shareWords.howToGet(unit.symbol))}</summary>
      <p>{howToGetCurrency}</p>
    </details>
  );
}
