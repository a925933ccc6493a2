import { projectWords } from "../../content/words/projects.ts";
import { money, type Unit } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import type { Deposit } from "../../chain/profit/Deposit.ts";
import { formatAmount } from "@one-small-town/core/money/amounts.ts";
import { profitOf } from "@one-small-town/core/profit/splitProfit.ts";
import { InPages } from "../../components/InPages.tsx";
import { ProjectDocument } from "./ProjectDocument.tsx";

/** More are shown on demand: anybody may pay in the least there is, as often as they like. */
const PAGE = 12;

/** Each deposit and how it was divided, newest first, with the accounts it rests on. */
export function ProfitTable({ deposits, unit }: { deposits: readonly Deposit[]; unit: Unit }) {
  const hasCountry = deposits.some(({ country }) => country > 0n);
  const numbered = deposits.map((deposit, number) => ({ ...deposit, number })).toReversed();
  return (
    <InPages items={numbered} page={PAGE}>
      {(shown) => <Shown deposits={shown} unit={unit} hasCountry={hasCountry} />}
    </InPages>
  );
}

/** `number` counts the deposits of a business from 0. */
type Numbered = Deposit & { number: number };

function Shown({ deposits, unit, hasCountry }: { deposits: readonly Numbered[]; unit: Unit; hasCountry: boolean }) {
  const say = useSay();
  const names = [projectWords.members, projectWords.fund, projectWords.investors];
  return (
    <>
      <ul className="divide-line divide-y sm:hidden">
        {deposits.map((deposit) => (
          <DepositItem key={deposit.number} deposit={deposit} unit={unit} />
        ))}
      </ul>
      <div className="hidden sm:block">
        <table className="figures w-full text-end text-sm" aria-label={say(projectWords.profitTable)}>
          <thead>
            <tr className="text-soft align-bottom">
              <th scope="col" className="py-2 text-start font-medium">
                {say(projectWords.period)}
              </th>
              {[projectWords.total(unit.symbol), ...names, ...(hasCountry ? [projectWords.country] : [])].map(
                (words) => (
                  <th key={words.id} scope="col" className="py-2 ps-4 font-medium">
                    {say(words)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {deposits.map((deposit) => (
              <DepositRow key={deposit.number} deposit={deposit} unit={unit} hasCountry={hasCountry} />
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary className="text-link py-2 font-semibold">{say(projectWords.accounts)}</summary>
        <div className="mt-2 space-y-4">
          {deposits.map(({ number, period, accounts }) => (
            <ProjectDocument key={number} title={say(projectWords.accountsOf(period))} document={accounts} />
          ))}
        </div>
      </details>
    </>
  );
}

/** On a phone a deposit is a list, since a table would not fit. */
function DepositItem({ deposit, unit }: { deposit: Deposit; unit: Unit }) {
  const say = useSay();
  const { members, fund, investors, country, weeks } = deposit;
  const parts = [
    { name: `${say(projectWords.members)}, ${say(projectWords.membersWeeks(weeks))}`, units: members },
    { name: say(projectWords.fund), units: fund },
    { name: say(projectWords.investors), units: investors },
    { name: say(projectWords.country), units: country },
  ];
  return (
    <li className="figures py-3 text-sm">
      <p>{deposit.period}</p>
      <p className="font-bold">{money(profitOf(deposit), unit)}</p>
      <dl className="text-soft mt-1">
        {parts
          .filter(({ units }) => units > 0n)
          .map(({ name, units }) => (
            <div key={name} className="flex flex-wrap justify-between gap-x-3">
              <dt>{name}</dt>
              <dd className="text-ink ms-auto">{formatAmount(units, unit.decimals)}</dd>
            </div>
          ))}
      </dl>
    </li>
  );
}

type RowProps = { deposit: Deposit; unit: Unit; hasCountry: boolean };

function DepositRow({ deposit, unit, hasCountry }: RowProps) {
  const say = useSay();
  const { members, fund, investors, country, weeks } = deposit;
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="min-w-32 py-2 text-start font-normal">
        {deposit.period}
      </th>
      <Amount units={profitOf(deposit)} unit={unit} isTotal />
      <td className="py-2 ps-4">
        {formatAmount(members, unit.decimals)}
        <span className="text-soft block text-xs whitespace-nowrap">{say(projectWords.membersWeeks(weeks))}</span>
      </td>
      <Amount units={fund} unit={unit} />
      <Amount units={investors} unit={unit} />
      {hasCountry && <Amount units={country} unit={unit} />}
    </tr>
  );
}

function Amount({ units, unit, isTotal = false }: { units: bigint; unit: Unit; isTotal?: boolean }) {
  return <td className={`py-2 ps-4 ${isTotal ? "font-bold" : ""}`}>{formatAmount(units, unit.decimals)}</td>;
}
