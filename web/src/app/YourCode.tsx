import { writeQr } from "@one-small-town/core/qr/QrContent.ts";
import type { Address } from "viem";
import { useSystem } from "../chain/useSystem.ts";
import { QrCode } from "../components/qr/QrCode.tsx";
import { peopleWords } from "../content/words/people.ts";
import { useSay } from "../content/useSay.ts";

/** The code by which a registrar or a kitchen knows whose wallet this is. */
export function YourCode({ wallet }: { wallet: Address }) {
  const say = useSay();
  const { chainId } = useSystem().deployment;
  return (
    <details>
      <summary className="cursor-pointer font-semibold">{say(peopleWords.yourCode)}</summary>
      <p className="text-soft my-2 text-sm">{say(peopleWords.yourCodeHelp)}</p>
      <QrCode text={writeQr({ kind: "person", chainId, wallet })} name={say(peopleWords.yourCode)} />
    </details>
  );
}
