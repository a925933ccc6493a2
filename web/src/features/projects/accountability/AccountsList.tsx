import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { blockTimeQuery } from "../../../chain/blockTimeQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { InPages } from "../../../components/InPages.tsx";
import { dateTime } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { accountsWords } from "../../../content/words/accounts.ts";
import type { DatedDeposit } from "../../../chain/projects/accountability/Accountability.ts";
import { ProjectDocument } from "../ProjectDocument.tsx";

const PAGE = 12;

/** The accounts of all deposits, each with who paid in: those of the business first, then the newest. */
export function AccountsList({ deposits }: { deposits: readonly DatedDeposit[] }) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  if (deposits.length === 0) return <p className="text-soft">{say(accountsWords.noAccounts)}</p>;
  const newest = deposits.map((deposit, number) => ({ deposit, number })).toReversed();
  const isOwn = ({ deposit }: (typeof newest)[number]) => deposit.isByBusiness;
  const numbered = [...newest.filter(isOwn), ...newest.filter((each) => !isOwn(each))];
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="text-link py-2 font-semibold">{say(accountsWords.accounts)}</summary>
      <InPages items={numbered} page={PAGE}>
        {(shown) => (
          <ul className="mt-2 space-y-4">
            {shown.map(({ deposit, number }) => (
              <Accounts key={number} deposit={deposit} isOpen={isOpen} />
            ))}
          </ul>
        )}
      </InPages>
    </details>
  );
}

/** When it came in is asked for once somebody looks. */
function Accounts({ deposit, isOpen }: { deposit: DatedDeposit; isOpen: boolean }) {
  const say = useSay();
  const { period, accounts, blockNumber, isByBusiness } = deposit;
  const { data: time } = useQuery({ ...blockTimeQuery(useSystem(), blockNumber), enabled: isOpen });
  const words = isByBusiness ? accountsWords.by : accountsWords.byOther;
  return (
    <li>
      <ProjectDocument title={period} document={accounts} />
      <p className="text-soft ps-5 text-sm">{say(words(time === undefined ? "…" : dateTime(time)))}</p>
    </li>
  );
}
