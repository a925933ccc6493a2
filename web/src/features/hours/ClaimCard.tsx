import { sumEarnings } from "@one-small-town/core/hours/earnings.ts";
import { useQuery } from "@tanstack/react-query";
import type { Membership } from "../../chain/hours/memberHoursQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { dividendsQuery } from "../../chain/shares/dividendsQuery.ts";
import type { Dividend } from "../../chain/shares/readClaimable.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { Notice } from "../../components/Notice.tsx";
import { listOf } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";
import { claimEverything } from "../../transactions/claimEverything.ts";
import { type Claim, claimAmounts, claimSteps } from "../../transactions/claimSteps.ts";
import { TransactionButton } from "../../transactions/TransactionButton.tsx";
import { ClaimLines } from "./ClaimLines.tsx";
import type { MemberWeeks } from "./useMemberWeeks.ts";

type Props = { town: Town; member: Membership; weeks: MemberWeeks };

/** Everything a member is owed, from where, and the one button that pays it. */
export function ClaimCard({ town, member, weeks }: Props) {
  const say = useSay();
  const dividends = useQuery(dividendsQuery(useSystem(), member.wallet));
  return (
    <Card title={say(hoursWords.claimCard)}>
      <Loaded query={dividends} lines={10}>
        {(owed) => <ClaimForm town={town} member={member} weeks={weeks} dividends={owed} />}
      </Loaded>
    </Card>
  );
}

/** The amounts of a claim line by line, and its button. */
export function ClaimForm({ town, member, weeks, dividends }: Props & { dividends: readonly Dividend[] }) {
  const say = useSay();
  const system = useSystem();
  const { account, earnings, isUpToDate } = weeks;
  const unpaid = earnings.filter(({ index }) => index >= account.claimedUpTo);
  const sum = sumEarnings(unpaid);
  const isOff = isUpToDate && (sum.infinity !== account.infinity || sum.cash !== account.cash);
  const { infinity, cash, kept, timesheets: upTo } = account;
  const claim: Claim = { town, number: member.number, upTo, infinity, cash, kept, dividends };
  const amounts = claimAmounts(claim);
  const steps = claimSteps(system.deployment, member.wallet, claim).length;
  return (
    <div className="space-y-4">
      {steps === 0 ? <p>{say(hoursWords.nothingHelp)}</p> : <ClaimLines claim={claim} weeks={unpaid.length} />}
      {isOff && <Notice kind="warn">{say(hoursWords.doNotAdd)}</Notice>}
      <TransactionButton
        transaction={claimEverything}
        input={steps === 0 ? null : claim}
        label={say(steps === 0 ? hoursWords.nothing : hoursWords.claimAll(listOf(amounts)))}
      />
      {steps > 0 && (
        <p className="text-soft text-sm">
          {say(steps > 1 ? hoursWords.claimSteps(steps) : hoursWords.claimOne)} {say(hoursWords.noExpiry)}
        </p>
      )}
    </div>
  );
}
