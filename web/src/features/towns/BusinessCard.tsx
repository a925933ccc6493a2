import { useQuery } from "@tanstack/react-query";
import { AccountabilityLink } from "../../components/AccountabilityLink.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { StageBadge } from "../../components/StageBadge.tsx";
import { count, money, percent, type Unit } from "../../content/format.ts";
import { projectWords } from "../../content/words/projects.ts";
import { townWords } from "../../content/words/towns.ts";
import { useSay } from "../../content/useSay.ts";
import { deedQuery } from "../../chain/profit/deedQuery.ts";
import type { Project } from "../../chain/projects/readProject.ts";
import { type Offering, offeringQuery } from "../../chain/shares/offeringQuery.ts";
import { paidOutQuery } from "../../chain/shares/paidOutQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { ProjectName } from "./ProjectName.tsx";
import { SaleLine } from "./SaleLine.tsx";

/** A business of the town: how far it has come, its sale or its shares, and how it shares profit. */
export function BusinessCard({ town, business }: { town: Town; business: Project }) {
  const say = useSay();
  const { metadata, kind, stage, offering, id } = business;
  return (
    <li className="bg-card border-line space-y-3 rounded-xl border p-4 sm:p-5">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3>
            <ProjectName project={business} />
          </h3>
          <p className="text-soft text-sm">{metadata?.sector ?? say(projectWords.kind(kind))}</p>
        </div>
        <StageBadge stage={stage} />
      </div>
      {offering !== 0n && <SaleOrShares business={business} unit={town.currency} />}
      <DeedLine business={id} />
      <AccountabilityLink business={id} className="text-sm" />
    </li>
  );
}

function SaleOrShares({ business: { offering, stage }, unit }: { business: Project; unit: Unit }) {
  const { data: sale, isError } = useQuery(offeringQuery(useSystem(), offering));
  // At work is who has sold its shares.
  if (sale === undefined && !isError && stage === "operating") return <SharesRoom />;
  if (sale?.phase !== "settled") return <SaleLine offering={offering} unit={unit} />;
  return <Shares sale={sale} unit={unit} />;
}

function Shares({ sale: { sold, token }, unit }: { sale: Offering; unit: Unit }) {
  const say = useSay();
  const paidOut = useQuery(paidOutQuery(useSystem(), token));
  return (
    <div className="min-h-[3lh] sm:min-h-[2lh]">
      <p className="figures">{say(townWords.shares(count(sold)))}</p>
      <Loaded query={paidOut} lines={1}>
        {(paid) => <p className="figures">{say(townWords.dividends(money(paid, unit)))}</p>}
      </Loaded>
    </div>
  );
}

/** As tall as what comes. */
function SharesRoom() {
  return (
    <div className="min-h-[3lh] sm:min-h-[2lh]">
      <Skeleton lines={1} />
    </div>
  );
}

function DeedLine({ business }: { business: bigint }) {
  const say = useSay();
  const { data } = useQuery(deedQuery(useSystem(), business));
  if (data === undefined)
    return (
      <div className="min-h-25 sm:min-h-19">
        <Skeleton lines={2} />
      </div>
    );
  const { members, fund, investors, country } = data.deed;
  const parts = [
    { words: projectWords.members, part: members },
    { words: projectWords.fund, part: fund },
    { words: projectWords.investors, part: investors },
    { words: projectWords.country, part: country },
  ];
  return (
    <div className="border-line text-soft min-h-25 sm:min-h-19 border-t pt-3 text-sm">
      <h4>{say(townWords.split)}</h4>
      <ul className="text-ink figures flex flex-wrap gap-x-4">
        {parts
          .filter(({ part }) => part > 0)
          .map(({ words, part }) => (
            <li key={words.id}>
              {say(words)} <b>{percent(part)}</b>
            </li>
          ))}
      </ul>
    </div>
  );
}
