import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Loaded } from "../../components/Loaded.tsx";
import { count, countryName } from "../../content/format.ts";
import { homeWords } from "../../content/words/home.ts";
import { useSay } from "../../content/useSay.ts";
import type { Sale } from "../../chain/shares/salesQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { townSummaryQuery } from "../../chain/members/townSummaryQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { SaleLine } from "./SaleLine.tsx";

type Props = { town: Town; sales: readonly Sale[] };

/** A town in the list: its sign, who is at work in it, and what is on sale. */
export function TownCard({ town, sales }: Props) {
  const say = useSay();
  const summary = useQuery(townSummaryQuery(useSystem(), town.id));
  return (
    <li className="bg-card border-line flex flex-col overflow-hidden rounded-xl border">
      <Link
        to="/town/$town"
        params={{ town: String(town.id) }}
        className="plaque hover:bg-enamel-strong block !rounded-b-none px-6 py-5 no-underline"
      >
        <h3 className="text-xl">{town.name}</h3>
        <span className="block text-sm">{countryName(town.country)}</span>
      </Link>
      <div className="flex-1 space-y-4 p-4 sm:p-5">
        <div className="min-h-15">
          <Loaded query={summary} lines={2}>
            {({ active, businesses, isWhole }) => (
              <dl className="grid grid-cols-2 gap-4">
                <Figure name={say(homeWords.activeLastWeek(active ?? 0))} value={count(active ?? 0)} />
                <Figure
                  name={say(homeWords.businessesRunning(businesses))}
                  value={isWhole ? count(businesses) : `${count(businesses)}+`}
                />
              </dl>
            )}
          </Loaded>
        </div>
        <div className="border-line border-t pt-3">
          {sales.length === 0 ? (
            <p className="text-soft text-sm">{say(homeWords.nothingOnSale)}</p>
          ) : (
            <>
              <h4 className="text-soft text-sm">{say(homeWords.onSale)}</h4>
              <ul className="space-y-4">
                {sales.map(({ offering }) => (
                  <li key={String(offering)}>
                    <SaleLine offering={offering} unit={town.currency} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </li>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-soft text-sm">{name}</dt>
      <dd className="font-sign figures text-2xl font-bold">{value}</dd>
    </div>
  );
}
