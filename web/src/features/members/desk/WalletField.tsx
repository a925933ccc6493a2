import type { MessageDescriptor } from "@lingui/core";
import { readAddress } from "@one-small-town/core/members/addresses.ts";
import { readQr } from "@one-small-town/core/qr/QrContent.ts";
import { lazy, Suspense, useState } from "react";
import type { Address } from "viem";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { Field } from "../../../components/Field.tsx";
import { inputWords } from "../../../content/words/inputs.ts";
import { peopleWords } from "../../../content/words/people.ts";
import { useSay } from "../../../content/useSay.ts";
import { readWallet } from "./readWallet.ts";

const ScanSheet = lazy(async () => ({ default: (await import("../../../components/qr/ScanSheet.tsx")).ScanSheet }));

type Props = {
  label: string;
  hint?: string;
  value: string;
  onChange: (text: string) => void;
  /** Whether something else than a wallet may stand in it. */
  isFree?: boolean;
};

/** A wallet, pasted or scanned. */
export function WalletField({ label, hint, value, onChange, isFree = false }: Props) {
  const say = useSay();
  const { chainId } = useSystem().deployment;
  const [isScanning, setIsScanning] = useState(false);
  const [hasLeft, setHasLeft] = useState(false);
  const read = readAddress(value);

  function take(text: string): MessageDescriptor | null {
    const scanned = readWallet(text, chainId);
    if ("problem" in scanned) return scanned.problem;
    onChange(scanned.address);
    setIsScanning(false);
    return null;
  }

  /** The text of a code may be pasted here too. */
  function type(text: string): void {
    const { content } = readQr(text) as { content?: { kind: string; wallet?: Address } };
    onChange(content?.kind === "person" ? (content.wallet ?? text) : text);
  }

  return (
    <>
      <Field
        label={label}
        hint={hint}
        value={value}
        spellCheck={false}
        autoCapitalize="none"
        dir="ltr"
        problem={
          !isFree && hasLeft && value.trim() !== "" && "problem" in read ? say(inputWords.address[read.problem]) : null
        }
        onBlur={() => setHasLeft(true)}
        onChange={({ target }) => type(target.value)}
        beside={
          <Button look="second" onClick={() => setIsScanning(true)}>
            {say(peopleWords.scan)}
          </Button>
        }
      />
      {isScanning && (
        <Suspense>
          <ScanSheet title={say(peopleWords.scanTitle)} take={take} onClose={() => setIsScanning(false)} />
        </Suspense>
      )}
    </>
  );
}
