import { hasSucceeded } from "@one-small-town/core/shares/phases.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { PhaseBadge } from "../../components/PhaseBadge.tsx";
import { count } from "../../content/format.ts";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import { offeringQuery } from "../../chain/shares/offeringQuery.ts";
import { type Sale, salesQuery } from "../../chain/shares/salesQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";

/** The sales of a business's shares, newest first. */
export function SalesCard({ business }: { business: bigint }) {
  const say = useSay();
  const query = useQuery(salesQuery(useSystem()));
  return (
    <Card title={say(projectWords.sales)}>
      <Loaded query={query} lines={2}>
        {(sales) => <SaleRows sales={sales.filter((sale) => sale.business === business).toReversed()} />}
      </Loaded>
    </Card>
  );
}

function SaleRows({ sales }: { sales: readonly Sale[] }) {
  const say = useSay();
  if (sales.length === 0) return <p className="text-soft">{say(projectWords.noSales)}</p>;
  return (
    <ul className="divide-line divide-y">
      {sales.map((sale) => (
        <SaleRow key={String(sale.offering)} sale={sale} />
      ))}
    </ul>
  );
}

function SaleRow({ sale: { offering, phase } }: { sale: Sale }) {
  const say = useSay();
  const { data } = useQuery(offeringQuery(useSystem(), offering));
  return (
    <li className="py-2 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link to="/offering/$offering" params={{ offering: String(offering) }} className="py-1 font-semibold">
          {data == null ? say(projectWords.saleNumber(String(offering))) : data.name}
        </Link>
        <PhaseBadge phase={phase} />
      </div>
      {data != null && (
        <p className="figures text-soft text-sm">
          {say(
            hasSucceeded(phase)
              ? projectWords.settledSale(count(data.sold))
              : projectWords.soldOf(count(data.sold), count(data.goal)),
          )}
        </p>
      )}
    </li>
  );
}
