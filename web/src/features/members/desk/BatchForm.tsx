import type { MessageDescriptor } from "@lingui/core";
import { type Newcomer, type RowProblem, readPeople } from "@one-small-town/core/members/readPeople.ts";
import { personIdOf } from "@one-small-town/core/members/personIdOf.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { attestableQuery } from "../../../chain/members/attestableQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Card } from "../../../components/Card.tsx";
import { InPages } from "../../../components/InPages.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { listOf } from "../../../content/format.ts";
import { describeAttestProblem } from "../../../content/errors/describeAttestProblem.ts";
import { inputWords } from "../../../content/words/inputs.ts";
import { peopleWords } from "../../../content/words/people.ts";
import { useSay } from "../../../content/useSay.ts";
import { attestPeople } from "../../../transactions/attestPeople.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";
import { noteNames, useOpenBook } from "./book.ts";
import { FileInput } from "../../../components/FileInput.tsx";

type Read = { people: readonly Newcomer[]; problems: readonly RowProblem[] };
const MOST_BYTES = 2_000_000;

/** Many at once from a table: rows that are wrong, and people whom the contract would leave out, are named with the reason. */
export function BatchForm({ town }: { town: Town }) {
  const say = useSay();
  const opened = useOpenBook();
  const [read, setRead] = useState<Read | null>(null);
  const [problem, setProblem] = useState<MessageDescriptor | null>(null);

  async function take(file: File): Promise<void> {
    setRead(null);
    const reading = file.size > MOST_BYTES ? ({ fault: "tooLong" } as const) : readPeople(await file.text());
    if ("people" in reading) setRead(reading);
    setProblem("people" in reading ? null : faultOf(reading));
  }

  return (
    <Card title={say(peopleWords.batch)}>
      <div className="space-y-4">
        <p className="max-w-prose">{say(peopleWords.batchHelp)}</p>
        {opened === null && <Notice kind="info">{say(peopleWords.bookFirst)}</Notice>}
        <FileInput
          label={say(peopleWords.batchFile)}
          accept=".csv,text/csv,text/plain"
          onFile={(file) => void take(file).catch(() => setProblem(peopleWords.batchUnread))}
        />
        {problem !== null && (
          <Notice kind="bad" isLive>
            {say(problem)}
          </Notice>
        )}
        {read !== null && opened !== null && (
          <BatchList
            key={read.people.map(({ wallet, number }) => wallet + number).join()}
            town={town}
            read={read}
            officeKey={opened.book.officeKey}
          />
        )}
      </div>
    </Card>
  );
}

function faultOf(reading: { missing: readonly string[] } | { fault: "empty" | "tooLong" }): MessageDescriptor {
  if ("missing" in reading) return peopleWords.batchMissing(listOf(reading.missing));
  return reading.fault === "empty" ? peopleWords.batchEmpty : peopleWords.batchTooLong;
}

type ListProps = { town: Town; read: Read; officeKey: string };

function BatchList({ town, read: { people, problems }, officeKey }: ListProps) {
  const say = useSay();
  const system = useSystem();
  const [entries] = useState(() =>
    people.map(({ wallet, residentUntil, joins, kind, number }) => {
      return { wallet, residentUntil, joins, personId: personIdOf(officeKey, { country: town.country, kind, number }) };
    }),
  );
  const [isDone, setIsDone] = useState(false);
  // Once they are on the list, what could be added stays as it was said.
  const query = useQuery({ ...attestableQuery(system, town, entries), enabled: !isDone });
  return (
    <Loaded query={query} lines={3}>
      {(answers) => {
        const ready = entries.filter((_, i) => answers[i] === null);
        const out = [
          ...problems.map((each) => ({ row: each.row, why: sayRow(each, say) })),
          ...people.flatMap(({ row }, i) => {
            const answer = answers[i];
            return answer == null
              ? []
              : [{ row, why: say(peopleWords.rowWallet(row, say(describeAttestProblem(answer)))) }];
          }),
        ].toSorted((one, other) => one.row - other.row);
        return (
          <div className="space-y-4">
            <p role="status" className="font-semibold">
              {say(peopleWords.batchReady(ready.length))}
            </p>
            {out.length > 0 && (
              <Notice kind="warn" title={say(peopleWords.batchOut(out.length))}>
                <InPages items={out}>
                  {(shown) => (
                    <ul className="space-y-1">
                      {shown.map(({ row, why }) => (
                        <li key={row}>{why}</li>
                      ))}
                    </ul>
                  )}
                </InPages>
              </Notice>
            )}
            <TransactionButton
              transaction={attestPeople}
              input={isDone || ready.length === 0 ? null : { town, entries: ready }}
              label={say(peopleWords.addTitle(ready.length))}
              onDone={() => {
                void noteNames(system, Object.fromEntries(people.map(({ wallet, name }) => [wallet, name])));
                setIsDone(true);
              }}
            />
          </div>
        );
      }}
    </Loaded>
  );
}

function sayRow(problem: RowProblem, say: ReturnType<typeof useSay>): string {
  if (problem.what !== "wallet") return say(peopleWords.rowProblems[problem.what](problem.row));
  return say(peopleWords.rowWallet(problem.row, say(inputWords.address[problem.why])));
}
