import { readDay } from "@one-small-town/core/members/readPeople.ts";
import { readAddress } from "@one-small-town/core/members/addresses.ts";
import { personIdOf, plainNumber } from "@one-small-town/core/members/personIdOf.ts";
import type { Attestation } from "@one-small-town/core/members/steps.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { attestableQuery } from "../../../chain/members/attestableQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Card } from "../../../components/Card.tsx";
import { Choice } from "../../../components/Choice.tsx";
import { Field } from "../../../components/Field.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { describeAttestProblem } from "../../../content/errors/describeAttestProblem.ts";
import { peopleWords } from "../../../content/words/people.ts";
import { useSay } from "../../../content/useSay.ts";
import { attestPeople } from "../../../transactions/attestPeople.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";
import { AdmissionSigner } from "./AdmissionSigner.tsx";
import { noteNames, useOpenBook } from "./book.ts";
import { WalletField } from "./WalletField.tsx";

const KINDS =
  import.meta.env.MODE === "demo"
    ? (["id", "passport", "permit", "demo"] as const)
    : (["id", "passport", "permit"] as const);
const YEAR = 365 * 86_400_000;
const EMPTY = { wallet: "", kind: "id", number: "", joins: true, name: "" };

/** One person: who they are, until when they live here, and whether they join. What stands in the way is said before. */
export function AddForm({ town }: { town: Town }) {
  const say = useSay();
  const [typed, setTyped] = useState({ ...EMPTY });
  const [until, setUntil] = useState(() => new Date(Date.now() + YEAR).toISOString().slice(0, 10));
  const opened = useOpenBook();
  const change = (part: Partial<typeof EMPTY>) => setTyped(Object.assign({}, typed, part));

  const entry = entryOf(typed, { until, town, officeKey: opened?.book.officeKey ?? "" });
  const entries = entry === null ? [] : [entry];
  const { data } = useQuery({ ...attestableQuery(useSystem(), town, entries), enabled: entry !== null });
  const problem = entry === null ? null : (data?.[0] ?? null);
  const isFree = entry !== null && data?.[0] === null;

  function noteName(): void {
    if (entry !== null) void noteNames(system, { [entry.wallet]: typed.name.trim() });
  }
  const system = useSystem();

  return (
    <Card title={say(peopleWords.add)}>
      <div className="space-y-5">
        {opened === null && <Notice kind="info">{say(peopleWords.bookFirst)}</Notice>}
        <WalletField
          label={say(peopleWords.wallet)}
          hint={say(peopleWords.walletHint)}
          value={typed.wallet}
          onChange={(wallet) => change({ wallet })}
        />
        <Choice
          label={say(peopleWords.kind)}
          value={typed.kind}
          options={KINDS.map((kind) => [kind, say(peopleWords.kinds[kind])])}
          onChoose={(kind) => change({ kind })}
        />
        <Field
          label={say(peopleWords.number)}
          hint={say(peopleWords.numberHint)}
          value={typed.number}
          onChange={({ target }) => change({ number: target.value })}
        />
        <Field
          label={say(peopleWords.until)}
          hint={say(peopleWords.untilHint)}
          type="date"
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
        <label className="flex min-h-11 items-center gap-3 font-semibold">
          <input
            type="checkbox"
            className="size-6"
            checked={typed.joins}
            onChange={({ target }) => change({ joins: target.checked })}
          />
          {say(peopleWords.joins)}
        </label>
        <Field
          label={say(peopleWords.name)}
          hint={say(peopleWords.nameHint)}
          value={typed.name}
          onChange={({ target }) => change({ name: target.value })}
        />
        {problem !== null && (
          <Notice kind="warn" isLive>
            {say(describeAttestProblem(problem))}
          </Notice>
        )}
        <p role="status" className="text-good text-sm font-medium">
          {isFree && `✔ ${say(peopleWords.mayAdd)}`}
        </p>
        <TransactionButton
          transaction={attestPeople}
          input={entry !== null && isFree ? { town, entries } : null}
          label={say(peopleWords.addNow)}
          onDone={() => {
            noteName();
            setTyped({ ...EMPTY });
          }}
        />
        <AdmissionSigner town={town} entry={isFree && entry.joins ? entry : null} onSigned={noteName} />
      </div>
    </Card>
  );
}

type Typed = typeof EMPTY;
type Around = { until: string; town: Town; officeKey: string };

/** What is to be attested; null while something is missing. */
function entryOf({ wallet, kind, number, joins }: Typed, { until, town, officeKey }: Around): Attestation | null {
  const read = readAddress(wallet);
  const residentUntil = readDay(until);
  if ("problem" in read || residentUntil === null || officeKey === "" || plainNumber(number) === "") return null;
  const personId = personIdOf(officeKey, { country: town.country, kind, number });
  return { wallet: read.address, residentUntil, joins, personId };
}
