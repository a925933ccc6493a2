import type { MessageDescriptor } from "@lingui/core";
import { admissionToSign } from "@one-small-town/core/members/signedWords.ts";
import type { Attestation } from "@one-small-town/core/members/steps.ts";
import { type QrContent, writeQr } from "@one-small-town/core/qr/QrContent.ts";
import { ADMISSION_LASTS } from "@one-small-town/core/rules/MemberRegistry.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import { useState } from "react";
import type { Address } from "viem";
import type { Town } from "../../../chain/members/Town.ts";
import { readBlock } from "../../../chain/readBlock.ts";
import { readNow } from "../../../chain/readNow.ts";
import type { System } from "../../../chain/System.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { CopyButton } from "../../../components/CopyButton.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { QrCode } from "../../../components/qr/QrCode.tsx";
import { dateTime } from "../../../content/format.ts";
import { peopleWords } from "../../../content/words/people.ts";
import { useSay } from "../../../content/useSay.ts";
import { Obstacle } from "../../../transactions/Obstacle.ts";
import { useWallet } from "../../../transactions/wallet/walletStore.ts";

type Props = { town: Town; entry: Attestation | null; onSigned: () => void };
type Admission = QrContent<"admission">;

/** A registrar's signature for one person, as a code to take home. It costs nothing, and nothing is sent. */
export function AdmissionSigner({ town, entry, onSigned }: Props) {
  const say = useSay();
  const system = useSystem();
  const wallet = useWallet();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<MessageDescriptor | null>(null);
  const [signed, setSigned] = useState<Admission | null>(null);

  async function sign(wanted: Attestation, registrar: Address): Promise<void> {
    setIsBusy(true);
    setProblem(null);
    const made = await signAdmission(system, { town, entry: wanted, registrar }).catch((error: unknown) => error);
    setIsBusy(false);
    if (made === null || made instanceof Error || !isAdmission(made)) {
      const { describeError } = await import("../../../content/errors/describeError.ts");
      setProblem(made instanceof Obstacle ? made.words : made === null ? peopleWords.notSigned : describeError(made));
      return;
    }
    setSigned(made);
    onSigned();
  }

  return (
    <div className="border-line space-y-3 border-t pt-4">
      <p className="text-soft text-sm">{say(peopleWords.signHelp)}</p>
      <Button
        look="second"
        className="w-full"
        isBusy={isBusy}
        disabled={entry === null || wallet === null}
        onClick={() => entry !== null && wallet !== null && void sign(entry, wallet.address)}
      >
        {say(peopleWords.sign)}
      </Button>
      {problem !== null && (
        <Notice kind="warn" isLive>
          {say(problem)}
        </Notice>
      )}
      {signed !== null && <AdmissionCode admission={signed} />}
    </div>
  );
}

function AdmissionCode({ admission }: { admission: Admission }) {
  const say = useSay();
  const text = writeQr(admission);
  const link = `${location.href.replace(/#.*/, "")}#/desk/join/${admission.town}?code=${text}`;
  return (
    <section aria-label={say(peopleWords.admission)} className="space-y-3 text-center">
      <h3>{say(peopleWords.admission)}</h3>
      <p>{say(peopleWords.admissionFor(shortAddress(admission.wallet), dateTime(admission.deadline)))}</p>
      <QrCode text={text} name={say(peopleWords.admissionCode)} />
      <p className="figures text-xs break-all print:hidden">{text}</p>
      <ul className="space-y-1 print:hidden">
        <li>
          {say(peopleWords.admissionCode)} <CopyButton text={text} name={say(peopleWords.admissionCode)} />
        </li>
        <li>
          {say(peopleWords.admissionLink)} <CopyButton text={link} name={say(peopleWords.admissionLink)} />
        </li>
        <li>
          <Button look="quiet" onClick={() => print()}>
            {say(peopleWords.print)}
          </Button>
        </li>
      </ul>
    </section>
  );
}

function isAdmission(made: unknown): made is Admission {
  return typeof made === "object" && made !== null && "signature" in made;
}

type Wanted = { town: Town; entry: Attestation; registrar: Address };

/** Null where the wallet gives no signature; throws what it says. */
async function signAdmission(system: System, { town, entry, registrar }: Wanted): Promise<Admission | null> {
  const { deployment } = system;
  const [{ signWords }, { timestamp }, [person]] = await Promise.all([
    import("../../../transactions/wallet/signWords.ts"),
    readBlock(system.client),
    readNow(system, [
      {
        address: deployment.addresses.MemberRegistry,
        abi: memberRegistryViews,
        functionName: "personOf",
        args: [entry.wallet],
      },
    ]),
  ]);
  // Good from now on, also where this chain's clock is a little behind the next block.
  const [nonce, deadline] = [person.nonce, timestamp + ADMISSION_LASTS - 1];
  const { wallet, personId, residentUntil } = entry;
  const word = { town: town.id, wallet, personId, residentUntil };
  const message = Object.assign({ nonce: BigInt(nonce), deadline: BigInt(deadline) }, word);
  const signature = await signWords(system, registrar, admissionToSign(deployment, message));
  if (signature === null) return null;
  return Object.assign(
    { kind: "admission" as const, chainId: deployment.chainId, nonce, deadline, registrar, signature },
    word,
  );
}
