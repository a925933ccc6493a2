import type { MessageDescriptor } from "@lingui/core";
import type { Redemption } from "@one-small-town/core/hours/benefits.ts";
import { writeQr } from "@one-small-town/core/qr/QrContent.ts";
import { useState } from "react";
import type { Hex } from "viem";
import type { Fetchable } from "../../../chain/hours/fetchableQuery.ts";
import type { Membership } from "../../../chain/hours/memberHoursQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { Choice } from "../../../components/Choice.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { QrCode } from "../../../components/qr/QrCode.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { useSay } from "../../../content/useSay.ts";
import { benefitWords } from "../../../content/words/benefits.ts";
import { codeKey, noteHad, useCodes } from "../../../transactions/codes.ts";
import { signRedemption } from "../../../transactions/signRedemption.ts";
import { leftOf, redemptionOf } from "./leftOf.ts";
import { nameOfBenefit } from "./nameOfBenefit.ts";

/** More at once than anybody carries. */
const MOST_AT_ONCE = 20;

type Props = { row: Fetchable; member: Membership; toCard: () => void };

/** How many somebody fetches now, and the code with their signature for as many. */
export function CodePart({ row, member, toCard }: Props) {
  const say = useSay();
  const system = useSystem();
  const codes = useCodes(system, member.wallet);
  const [wanted, setWanted] = useState(1);
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<MessageDescriptor | null>(null);
  const [shown, setShown] = useState<Redemption | null>(null);
  const { fetched, left } = leftOf(row, member.number, codes);
  const units = Math.min(wanted, left);
  const redemption = redemptionOf(row, member.number, fetched + units);

  async function show(): Promise<void> {
    setProblem(null);
    if (codes.signatures[codeKey(redemption)] === undefined) {
      setIsAsking(true);
      const words = await signRedemption(system, member.wallet, redemption);
      setIsAsking(false);
      if (words !== null) return setProblem(words);
    }
    setShown(redemption);
  }

  const signature = shown === null ? undefined : codes.signatures[codeKey(shown)];
  return (
    <div className="space-y-3">
      {left > 1 && (
        <Choice
          label={say(benefitWords.howMany)}
          value={String(units)}
          options={Array.from(
            { length: Math.min(left, MOST_AT_ONCE) },
            (_, i) => [String(i + 1), String(i + 1)] as const,
          )}
          onChoose={(value) => setWanted(Number(value))}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Button className="grow" isBusy={isAsking} onClick={() => void show()}>
          {say(benefitWords.show)}
        </Button>
        <Button look="second" onClick={toCard}>
          {say(benefitWords.card)}
        </Button>
      </div>
      <p role="status" className="text-soft text-sm">
        {say(isAsking ? benefitWords.signing : benefitWords.signHelp)}
      </p>
      {problem !== null && (
        <Notice kind="bad" isLive>
          {say(problem)}
        </Notice>
      )}
      {shown !== null && signature !== undefined && (
        <CodeSheet
          row={row}
          redemption={shown}
          signature={signature}
          units={shown.cumulativeUnits - fetched}
          onGot={() => {
            noteHad(system, member.wallet, shown);
            setShown(null);
          }}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  );
}

type SheetProps = {
  row: Fetchable;
  redemption: Redemption;
  signature: Hex;
  units: number;
  onGot: () => void;
  onClose: () => void;
};

function CodeSheet({ row, redemption, signature, units, onGot, onClose }: SheetProps) {
  const say = useSay();
  const { chainId } = useSystem().deployment;
  const name = nameOfBenefit(row.benefit, say);
  const text = writeQr({ kind: "redemption", chainId, ...redemption, signature });
  return (
    <Sheet title={name} isOpen onClose={onClose}>
      <div className="space-y-4">
        <p className="text-lg font-semibold">{say(benefitWords.showIt(units))}</p>
        <QrCode text={text} name={say(benefitWords.codeName(units, name))} className="max-w-96" />
        <p className="text-soft text-sm">{say(benefitWords.dark)}</p>
        <Button className="w-full" onClick={onGot}>
          {say(benefitWords.got)}
        </Button>
        <p className="text-soft text-sm">{say(benefitWords.gotHelp)}</p>
      </div>
    </Sheet>
  );
}
