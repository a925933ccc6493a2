import type { Address } from "viem";
import { formerNumbersQuery } from "../../chain/members/formerNumbersQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { usePast } from "../../chain/past/usePast.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { TownSection } from "./TownSection.tsx";

/** What somebody still decides where they lived before: electors are those who worked two months ago. */
export function FormerTowns({ wallet, towns }: { wallet: Address; towns: readonly Town[] }) {
  const { data } = usePast(formerNumbersQuery(useSystem(), wallet));
  return data?.map(({ town: id, number }) => {
    const town = towns.find((one) => one.id === id);
    return town && <TownSection key={`${id}.${number}`} town={town} number={number} isFormer />;
  });
}
