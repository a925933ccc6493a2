import { dateTime } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { accountabilityWords } from "../../../content/words/accountability.ts";
import type { DatedDeposit } from "../../../chain/projects/accountability/Accountability.ts";
import { ProjectDocument } from "../ProjectDocument.tsx";

/** The accounts of all deposits, newest first, each with who paid in. */
export function AccountsList({ deposits }: { deposits: readonly DatedDeposit[] }) {
  const say = useSay();
  if (deposits.length === 0) return <p className="text-soft">{say(accountabilityWords.noAccounts)}</p>;
  return (
    <details>
      <summary className="text-link py-2 font-semibold">{say(accountabilityWords.accounts)}</summary>
      <ul className="mt-2 space-y-4">
        {deposits.toReversed().map(({ period, accounts, at, isByBusiness }, i) => (
          <li key={deposits.length - i}>
            <ProjectDocument title={period} document={accounts} />
            <p className="text-soft ps-5 text-sm">
              {say((isByBusiness ? accountabilityWords.by : accountabilityWords.byOther)(dateTime(at)))}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
