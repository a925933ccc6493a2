import { Link } from "@tanstack/react-router";
import { AccountabilityLink } from "../../../components/AccountabilityLink.tsx";
import { Card } from "../../../components/Card.tsx";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords } from "../../../content/words/holdings.ts";
import type { Read } from "../../../chain/combined.ts";
import type { Holding } from "../../../chain/shares/Holding.ts";
import type { Phase } from "@one-small-town/core/rules/enumerations.ts";
import { WatchTokenButton } from "../../../transactions/wallet/WatchTokenButton.tsx";
import { DividendWorking } from "./DividendWorking.tsx";
import { HoldingDividends } from "./HoldingDividends.tsx";
import { OriginLine } from "../OriginLine.tsx";
import { HoldingState } from "./HoldingState.tsx";
import { Ownership } from "./Ownership.tsx";
import { SendShares } from "./SendShares.tsx";

/** One business: how much of it is the person's, whether they can move it, and what it brought. */
export function HoldingCard({ holding, past }: { holding: Holding; past: Read<unknown> }) {
  const { token, phase, held, perShare } = holding;
  return (
    <Card
      title={
        <Link to="/project/$project" params={{ project: String(token.business) }}>
          {token.name}
        </Link>
      }
      aside={<StateBadge phase={phase} symbol={token.symbol} />}
    >
      <div className="mb-4">
        <OriginLine token={token} />
      </div>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <div className="space-y-4">
          <Ownership holding={holding} />
          {phase === "settled" && <HoldingState holding={holding} />}
        </div>
        {phase === "settled" ? <HoldingDividends holding={holding} /> : <HoldingState holding={holding} />}
        {perShare > 0n && <DividendWorking holding={holding} past={past} />}
      </div>
      <div className="border-line mt-5 flex flex-wrap items-start gap-x-6 gap-y-2 border-t pt-3">
        <AccountabilityLink business={token.business} className="basis-full" />
        {phase === "settled" && <SendShares holding={holding} />}
        {held > 0n && phase !== "failed" && (
          <WatchTokenButton token={{ address: token.address, symbol: token.symbol, decimals: 0 }} />
        )}
      </div>
    </Card>
  );
}

const BADGES: Record<Phase, string> = {
  none: "bg-info-soft text-link",
  local: "bg-info-soft text-link",
  country: "bg-info-soft text-link",
  world: "bg-info-soft text-link",
  succeeded: "bg-warn-soft text-warn",
  failed: "bg-bad-soft text-bad",
  settled: "bg-good-soft text-good",
};

function StateBadge({ phase, symbol }: { phase: Phase; symbol: string }) {
  const say = useSay();
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-sm">
      <span className="text-soft font-sign font-semibold tracking-wide">{symbol}</span>
      <span className={`rounded-full px-2.5 py-0.5 font-semibold ${BADGES[phase]}`}>
        {say(holdingWords.state(phase))}
      </span>
    </p>
  );
}
