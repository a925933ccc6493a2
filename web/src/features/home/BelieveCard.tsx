import { INFINITY_PER_SHIFT } from "@one-small-town/core/rules/Contributions.ts";
import { type Supply, supplyQuery } from "../../chain/hours/supplyQuery.ts";
import { usePast } from "../../chain/past/usePast.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { Notice } from "../../components/Notice.tsx";
import { count, infinity } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { homeWords } from "../../content/words/home.ts";

/** Why the numbers can be believed: one sum, done before the reader's eyes, and three reasons. */
export function BelieveCard() {
  const say = useSay();
  const query = usePast(supplyQuery(useSystem()));
  return (
    <Card title={say(homeWords.believe)}>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <div className="min-h-56">
          <Loaded query={query} lines={4}>
            {(supply) => <SupplySum supply={supply} />}
          </Loaded>
        </div>
        <ul className="space-y-3">
          {homeWords.reasons.map((reason) => (
            <li key={reason.id} className="flex gap-3">
              <svg aria-hidden="true" viewBox="0 0 24 24" className="mt-1 size-5 shrink-0">
                <path d="M2 22V10L12 2l10 8v12z" fill="var(--link)" />
                <path d="m7 14 4 4 6-8" fill="none" stroke="var(--card)" strokeWidth="2.5" />
              </svg>
              <span>{say(reason)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

export function SupplySum({ supply: { shifts, exists, burnt, block } }: { supply: Supply }) {
  const say = useSay();
  const made = exists + burnt;
  const isEqual = made === shifts * INFINITY_PER_SHIFT;
  if (shifts === 0n && isEqual) return <p className="text-soft">{say(homeWords.noShifts)}</p>;
  return (
    <div className="space-y-4">
      <div className="bg-sunken grid grid-cols-[1fr_auto_1fr] gap-x-3 rounded-lg p-4 text-center">
        <Figure value={infinity(made)} name={say(homeWords.made)} />
        <span className="font-sign text-2xl font-bold sm:text-3xl">
          <span aria-hidden="true">{isEqual ? "=" : "≠"}</span>
          <span className="sr-only">{say(isEqual ? homeWords.equal : homeWords.notEqual)}</span>
        </span>
        <Figure value={count(shifts)} name={say(homeWords.shifts)} />
      </div>
      <Notice kind={isEqual ? "good" : "bad"}>
        {say(isEqual ? homeWords.match(String(block)) : homeWords.noMatch(String(block)))}
      </Notice>
    </div>
  );
}

function Figure({ value, name }: { value: string; name: string }) {
  return (
    <p className="min-w-0">
      <b className="font-sign figures block text-2xl sm:text-3xl">{value}</b>
      <span className="text-soft block text-sm">{name}</span>
    </p>
  );
}
