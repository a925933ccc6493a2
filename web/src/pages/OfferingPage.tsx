import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { isOnSale } from "@one-small-town/core/shares/phases.ts";
import { readId } from "@one-small-town/core/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { blockQuery, useBlockTime } from "../chain/blockQuery.ts";
import { combined } from "../chain/combined.ts";
import { townsQuery } from "../chain/members/townsQuery.ts";
import { useTown } from "../chain/members/useTown.ts";
import { usePast } from "../chain/past/usePast.ts";
import { holdersQuery } from "../chain/shares/holdersQuery.ts";
import { type Offering, offeringQuery } from "../chain/shares/offeringQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { AccountabilityLink } from "../components/AccountabilityLink.tsx";
import { Card } from "../components/Card.tsx";
import { DeedMeter } from "../components/DeedMeter.tsx";
import { Loaded } from "../components/Loaded.tsx";
import { NothingHere } from "../components/NothingHere.tsx";
import { Page } from "../components/Page.tsx";
import { Plaque } from "../components/Plaque.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { Stat, StatList } from "../components/Stat.tsx";
import { count, money, type Unit } from "../content/format.ts";
import { useSay } from "../content/useSay.ts";
import { commonWords } from "../content/words/common.ts";
import { shareWords } from "../content/words/shares.ts";
import { DocumentsCard } from "../features/projects/DocumentsCard.tsx";
import { OriginLine } from "../features/shares/OriginLine.tsx";
import { BuyCard } from "../features/shares/offering/BuyCard.tsx";
import { OwnershipMeter } from "../features/shares/offering/OwnershipMeter.tsx";
import { PhaseTrack } from "../features/shares/offering/PhaseTrack.tsx";
import { ProfitExample } from "../features/shares/offering/ProfitExample.tsx";
import { RiskList } from "../features/shares/offering/RiskList.tsx";
import { PastLine } from "./past/PastLine.tsx";

// Owners decide only after a sale that went well, and far down the page.
const VotesCard = lazy(async () => ({
  default: (await import("../features/shares/offering/VotesCard.tsx")).VotesCard,
}));

const SaleReminders = lazy(async () => ({
  default: (await import("../features/shares/offering/SaleReminders.tsx")).SaleReminders,
}));

/** One sale of shares: whose turn it is, who owns what, and the way to buy and back. */
export function OfferingPage() {
  const say = useSay();
  const { offering: text } = useParams({ from: "/offering/$offering" });
  const query = useQuery(offeringQuery(useSystem(), readId(text)));
  if (query.data === null || readId(text) === 0n)
    return <NothingHere title={say(shareWords.noOffering)} help={say(commonWords.notFoundHelp)} />;
  const title = say(query.data === undefined ? shareWords.unread : shareWords.offering(query.data.name));
  return (
    <Page title={title} sign={<OfferingSign offering={query.data} title={title} />}>
      <Loaded query={query} lines={8}>
        {(offering) => offering !== null && <OfferingBody offering={offering} />}
      </Loaded>
    </Page>
  );
}

function OfferingSign({ offering, title }: { offering: Offering | undefined; title: string }) {
  const say = useSay();
  const town = useTown(offering === undefined ? 0 : townOfProject(offering.business));
  return (
    <Plaque
      over={
        town == null ? (
          " "
        ) : (
          <Link to="/town/$town" params={{ town: String(town.id) }}>
            {town.name}
          </Link>
        )
      }
      title={title}
      under={offering === undefined ? " " : say(shareWords.phase(offering.phase))}
    />
  );
}

function OfferingBody({ offering }: { offering: Offering }) {
  const system = useSystem();
  const needed = combined([useQuery(townsQuery(system)), useQuery(blockQuery(system))]);
  const town = useTown(townOfProject(offering.business));
  const now = useBlockTime();
  if (town == null || now === undefined)
    return (
      <Loaded query={needed} lines={8}>
        {() => <Skeleton lines={8} />}
      </Loaded>
    );
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
      <div className="space-y-5">
        <SaleFacts offering={offering} unit={town.currency} now={now} />
      </div>
      <div className="lg:sticky lg:top-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <BuyCard offering={offering} unit={town.currency} now={now} />
      </div>
      <div className="space-y-5">
        <Background offering={offering} unit={town.currency} />
      </div>
    </div>
  );
}

function SaleFacts({ offering, unit, now }: { offering: Offering; unit: Unit; now: number }) {
  const say = useSay();
  return (
    <>
      <Card>
        <div className="mb-4">
          <OriginLine token={offering} />
        </div>
        <StatList>
          <Stat name={say(shareWords.price)} value={money(offering.price, unit)} />
          <Stat
            name={say(shareWords.raised)}
            value={count(offering.sold)}
            note={money(offering.price * BigInt(offering.sold), unit)}
          />
          <Stat
            name={say(shareWords.goal)}
            value={count(offering.goal)}
            note={money(offering.price * BigInt(offering.goal), unit)}
          />
          <Stat
            name={say(shareWords.cap)}
            value={count(offering.cap)}
            note={money(offering.price * BigInt(offering.cap), unit)}
          />
        </StatList>
      </Card>
      <Card title={say(isOnSale(offering.phase) ? shareWords.clock : shareWords.course)}>
        <PhaseTrack offering={offering} now={now} />
        <p className="text-soft mt-4 text-sm">{say(shareWords.clockHelp)}</p>
        {isOnSale(offering.phase) && (
          <div className="min-h-11">
            <Suspense>
              <SaleReminders offering={offering} now={now} />
            </Suspense>
          </div>
        )}
      </Card>
    </>
  );
}

/** Whether money of the sale is still to go to the business. */
function isReleasing({ phase, windUpFrom, released, price, sold }: Offering): boolean {
  return phase === "settled" && windUpFrom === 0 && released < price * BigInt(sold);
}

function Background({ offering, unit }: { offering: Offering; unit: Unit }) {
  const say = useSay();
  const holders = usePast(holdersQuery(useSystem(), offering));
  return (
    <>
      <Card title={say(shareWords.deed)}>
        <DeedMeter deed={offering.deed} />
        <p className="mt-4">{say(shareWords.deedHelp)}</p>
        <ProfitExample offering={offering} unit={unit} />
      </Card>
      <Card title={say(shareWords.risks)}>
        <RiskList offering={offering} />
      </Card>
      {isReleasing(offering) && (
        <Suspense fallback={<Skeleton lines={3} />}>
          <VotesCard offering={offering} />
        </Suspense>
      )}
      <DocumentsCard project={offering.business} isBusiness promised={offering} />
      <AccountabilityLink business={offering.business} className="py-2" />
      <br />
      <Link to="/project/$project" params={{ project: String(offering.business) }} className="inline-block py-2">
        {say(shareWords.toBusiness(offering.name))}
      </Link>
      <Card title={say(shareWords.meter)}>
        <PastLine />
        <Loaded query={holders}>{(list) => <OwnershipMeter offering={offering} holders={list} />}</Loaded>
      </Card>
    </>
  );
}
