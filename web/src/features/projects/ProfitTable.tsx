import { DocumentText } from "../../components/DocumentText.tsx";
import { projectWords } from "../../content/words/projects.ts";
import type { Unit } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import type { Deposit } from "../../contracts/profit/depositsQuery.ts";
import { formatAmount } from "../../lib/money/formatAmount.ts";
import { profitOf } from "../../lib/profit/profitOf.ts";

/** Each deposit and how it was divided, newest first, with the accounts it rests on. */
export function ProfitTable({ deposits, unit }: { deposits: readonly Deposit[]; unit: Unit }) {
  const say = useSay();
  const hasCountry = deposits.some(({ country }) => country > 0n);
  const names = [projectWords.members, projectWords.fund, projectWords.investors];
  return (
    <>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={say(projectWords.profitTable)}>
        <table className="figures w-full text-end text-sm">
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
            {deposits.toReversed().map((deposit) => (
              <DepositRow key={`${deposit.period} ${deposit.accounts.hash}`} {...{ deposit, unit, hasCountry }} />
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary className="text-link py-2 font-semibold">{say(projectWords.accounts)}</summary>
        <div className="mt-2 space-y-4">
          {deposits.toReversed().map(({ period, accounts }, i) => (
            <DocumentText key={deposits.length - i} title={say(projectWords.accountsOf(period))} document={accounts} />
          ))}
        </div>
      </details>
    </>
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
