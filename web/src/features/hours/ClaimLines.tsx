import type { ReactNode } from "react";
import { infinity, money } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";
import type { Claim } from "../../transactions/claimSteps.ts";

/** What a claim pays, line by line in the order of its steps. */
export function ClaimLines({ claim, weeks }: { claim: Claim; weeks: number }) {
  const say = useSay();
  const { town, cash, kept, dividends } = claim;
  return (
    <dl className="divide-line divide-y">
      {claim.infinity + cash > 0n && (
        <Line name={say(hoursWords.claimWeeks(weeks))}>
          <b className="block">{infinity(claim.infinity)} INFINITY</b>
          {cash > 0n && <b className="block">{money(cash, town.currency)}</b>}
        </Line>
      )}
      {dividends.map(({ token, amount }) => (
        <Line key={token.address} name={say(hoursWords.claimDividends(token.name))}>
          <b>{money(amount, token.currency)}</b>
        </Line>
      ))}
      {kept > 0n && (
        <Line name={say(hoursWords.claimKept)}>
          <b>{money(kept, town.currency)}</b>
        </Line>
      )}
    </dl>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 py-2 first:pt-0">
      <dt className="max-w-full min-w-32 flex-1">{name}</dt>
      <dd className="figures font-sign ms-auto max-w-full text-end text-lg">{children}</dd>
    </div>
  );
}
