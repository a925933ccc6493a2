import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Loaded } from "../../components/Loaded.tsx";
import { PhaseBadge } from "../../components/PhaseBadge.tsx";
import { type Unit, dateTime, money } from "../../content/format.ts";
import { townWords } from "../../content/words/towns.ts";
import { useSay } from "../../content/useSay.ts";
import { offeringQuery } from "../../chain/shares/offeringQuery.ts";
import { useBlockTime } from "../../chain/blockQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { SaleBar } from "./SaleBar.tsx";

/** A sale that runs: its name, whose turn it is, the price, and how far it has come. */
export function SaleLine({ offering, unit }: { offering: bigint; unit: Unit }) {
  const say = useSay();
  const now = useBlockTime();
  const query = useQuery(offeringQuery(useSystem(), offering));
  return (
    <Loaded query={query} lines={3}>
      {(sale) =>
        sale && (
          <div className="space-y-2">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link to="/offering/$offering" params={{ offering: String(offering) }} className="py-1 font-semibold">
                {sale.name}
              </Link>
              <PhaseBadge phase={sale.phase} />
              <span className="text-soft figures text-sm">{say(townWords.price(money(sale.price, unit)))}</span>
            </div>
            <SaleBar phase={sale.phase} sold={sale.sold} goal={sale.goal} cap={sale.cap} />
            {now !== undefined && now < sale.opens && (
              <p className="text-soft text-sm">{say(townWords.opensOn(dateTime(sale.opens)))}</p>
            )}
          </div>
        )
      }
    </Loaded>
  );
}
