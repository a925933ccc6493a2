import { type QrContent, readQr } from "@one-small-town/core/qr/QrContent.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import { useState } from "react";
import { isAddressEqual } from "viem";
import { useBlockTime } from "../../../chain/blockQuery.ts";
import type { PersonCase } from "../../../chain/members/personCaseQuery.ts";
import type { OfficeKind } from "../../../chain/roles/officesQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { CopyButton } from "../../../components/CopyButton.tsx";
import { Field } from "../../../components/Field.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { dateTime } from "../../../content/format.ts";
import { peopleWords } from "../../../content/words/people.ts";
import { useSay } from "../../../content/useSay.ts";
import { confirmMove } from "../../../transactions/confirmMove.ts";
import { proposeMove } from "../../../transactions/proposeMove.ts";
import { refuseMove } from "../../../transactions/refuseMove.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

type Props = { person: PersonCase; offices: readonly OfficeKind[] };

/** A new wallet for somebody who lost theirs: asked for by a registrar, with days in which the old one may say no. */
export function LostWallet({ person, offices }: Props) {
  const { succession } = person;
  if (succession !== null) return <Waits person={person} succession={succession} offices={offices} />;
  return offices.includes("registrar") && !person.suspended ? <Ask person={person} /> : null;
}

/** Whose yes a move needs, of a person who lives in a town. */
const KEYS: readonly OfficeKind[] = ["townAmbassador", "countryAmbassador"];

type WaitsProps = Props & { succession: NonNullable<PersonCase["succession"]> };

function Waits({ person: { wallet }, succession, offices }: WaitsProps) {
  const say = useSay();
  const now = useBlockTime();
  const { id, successor, from, until } = succession;
  const isKey = offices.some((office) => KEYS.includes(office));
  const isRipe = now !== undefined && from > 0 && from <= now && now < until;
  const short = shortAddress(successor);
  const words =
    from === 0 ? peopleWords.lostUnbegun(short) : peopleWords.lostWaits(short, dateTime(from), dateTime(until));
  return (
    <Notice kind="warn" title={say(words)}>
      {isKey && from > 0 && !isRipe && <p>{say(peopleWords.lostEarly(dateTime(from)))}</p>}
      {isKey && isRipe && (
        <TransactionButton
          transaction={confirmMove}
          input={{ wallet, successor, id }}
          label={say(peopleWords.lostConfirm)}
        />
      )}
      {offices.length > 0 && (
        <TransactionButton
          transaction={refuseMove}
          input={{ wallet, id }}
          label={say(peopleWords.lostRefuse)}
          look="second"
        />
      )}
    </Notice>
  );
}

function Ask({ person }: { person: PersonCase }) {
  const say = useSay();
  const { chainId } = useSystem().deployment;
  const [text, setText] = useState("");
  const link = `${location.href.replace(/#.*/, "")}#/desk/lost/${person.town}`;
  const word = wordIn(text, person, chainId);
  return (
    <details>
      <summary className="cursor-pointer font-semibold">{say(peopleWords.lost)}</summary>
      <div className="mt-3 space-y-3">
        <p className="max-w-prose">{say(peopleWords.lostHelp)}</p>
        <p>
          {say(peopleWords.lostLink)} <CopyButton text={link} name={say(peopleWords.lostLink)} />
        </p>
        <Field
          label={say(peopleWords.lostText)}
          value={text}
          dir="ltr"
          spellCheck={false}
          problem={text.trim() !== "" && word === null ? say(peopleWords.lostWrong) : null}
          onChange={({ target }) => setText(target.value)}
        />
        <TransactionButton transaction={proposeMove} input={word} label={say(peopleWords.lostAsk)} look="second" />
      </div>
    </details>
  );
}

/** A new wallet's word in a text; null for anything else, and for the word about another person. */
function wordIn(text: string, { wallet }: PersonCase, chainId: number): QrContent<"newwallet"> | null {
  const read = readQr(text);
  if (!("content" in read) || read.content.kind !== "newwallet") return null;
  const { content } = read;
  return content.chainId === chainId && isAddressEqual(content.wallet, wallet) ? content : null;
}
