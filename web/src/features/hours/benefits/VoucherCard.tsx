import type { MessageDescriptor } from "@lingui/core";
import { fetchUntil } from "@one-small-town/core/hours/benefits.ts";
import { writeQr } from "@one-small-town/core/qr/QrContent.ts";
import { useState } from "react";
import type { Fetchable } from "../../../chain/hours/fetchableQuery.ts";
import type { Membership } from "../../../chain/hours/memberHoursQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { QrCode } from "../../../components/qr/QrCode.tsx";
import { dateTime } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { benefitWords } from "../../../content/words/benefits.ts";
import { codeKey, useCodes } from "../../../transactions/codes.ts";
import { signRedemption } from "../../../transactions/signRedemption.ts";
import { leftOf, redemptionOf } from "./leftOf.ts";
import { nameOfBenefit } from "./nameOfBenefit.ts";

/** As many as a sheet of paper holds, and as anybody signs in a row. */
const MOST = 12;

type Props = { town: Town; member: Membership; fetchable: Fetchable; onClose: () => void };

/** A sheet of vouchers for days without a phone: each is signed beforehand, and good for one, in their order. */
export function VoucherCard({ town, member, fetchable, onClose }: Props) {
  const say = useSay();
  const system = useSystem();
  const codes = useCodes(system, member.wallet);
  const [isSigning, setIsSigning] = useState(false);
  const [problem, setProblem] = useState<MessageDescriptor | null>(null);
  const { benefit, weekIndex, entitled } = fetchable;
  const { fetched, left } = leftOf(fetchable, member.number, codes);
  const wanted = Array.from({ length: Math.min(left, MOST) }, (_, i) =>
    redemptionOf(fetchable, member.number, fetched + i + 1),
  );
  const unsigned = wanted.filter((redemption) => codes.signatures[codeKey(redemption)] === undefined);
  const done = wanted.length - unsigned.length;
  const name = nameOfBenefit(benefit, say);

  async function sign(): Promise<void> {
    setProblem(null);
    setIsSigning(true);
    for (const redemption of unsigned) {
      const words = await signRedemption(system, member.wallet, redemption);
      if (words === null) continue;
      setProblem(words);
      break;
    }
    setIsSigning(false);
  }

  return (
    <div className="space-y-5">
      <div className="space-y-4 print:hidden">
        <Button look="quiet" className="!px-0" onClick={onClose}>
          {say(benefitWords.cardBack)}
        </Button>
        <p className="max-w-prose">{say(benefitWords.cardHelp(wanted.length))}</p>
        <div className="flex flex-wrap items-center gap-4">
          {unsigned.length > 0 && (
            <Button isBusy={isSigning} onClick={() => void sign()}>
              {say(done === 0 ? benefitWords.cardStart : benefitWords.cardMore)}
            </Button>
          )}
          <Button look={unsigned.length === 0 ? "main" : "second"} disabled={done === 0} onClick={() => print()}>
            {say(benefitWords.cardPrint)}
          </Button>
          <p role="status">{say(benefitWords.cardSign(done, wanted.length))}</p>
        </div>
        {problem !== null && (
          <Notice kind="bad" isLive>
            {say(problem)}
          </Notice>
        )}
      </div>
      {done > 0 && (
        <article className="space-y-4">
          <h2>{say(benefitWords.cardTitle(name))}</h2>
          <p>
            {[say(benefitWords.member(member.number, town.name)), benefit.words?.place, benefit.words?.times]
              .filter((part) => part)
              .join(" · ")}
            <br />
            <b>{say(benefitWords.until(dateTime(fetchUntil(benefit, weekIndex))))}</b>
          </p>
          <ul className="list-disc space-y-1 ps-5 text-sm">
            {benefitWords.cardRules.map((rule, i) => (
              <li key={i}>{say(rule)}</li>
            ))}
          </ul>
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 print:grid-cols-3">
            {wanted.map((redemption) => {
              const signature = codes.signatures[codeKey(redemption)];
              if (signature === undefined) return null;
              const { chainId } = system.deployment;
              const nth = redemption.cumulativeUnits;
              return (
                <li
                  key={nth}
                  className="border-line break-inside-avoid space-y-2 rounded-lg border-2 border-dashed p-2 text-center"
                >
                  <p className="font-sign font-bold">{say(benefitWords.voucher(nth, entitled))}</p>
                  <QrCode
                    text={writeQr({ kind: "redemption", chainId, ...redemption, signature })}
                    name={say(benefitWords.voucherName(nth))}
                    className="max-w-56 print:max-w-[50mm]"
                  />
                </li>
              );
            })}
          </ul>
        </article>
      )}
    </div>
  );
}
