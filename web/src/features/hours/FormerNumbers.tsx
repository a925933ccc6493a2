import type { Address } from "viem";
import { formerNumbersQuery } from "../../chain/members/formerNumbersQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { usePast } from "../../chain/past/usePast.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";
import { FormerHours } from "./FormerHours.tsx";

/** What a wallet earned elsewhere: where its person lived before, and of those it inherited from. */
export function FormerNumbers({ wallet, towns }: { wallet: Address; towns: readonly Town[] }) {
  const say = useSay();
  const former = usePast(formerNumbersQuery(useSystem(), wallet));
  if (former.isError) {
    return (
      <Card title={say(hoursWords.elsewhere)}>
        <Loaded query={former}>{() => null}</Loaded>
      </Card>
    );
  }
  return former.data?.map((one) => {
    const town = towns.find(({ id }) => id === one.town);
    if (town === undefined) return null;
    const member = { town: one.town, number: one.number, wallet };
    return <FormerHours key={`${one.town}.${one.number}`} town={town} member={member} former={one} />;
  });
}
