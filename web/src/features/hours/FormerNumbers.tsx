import type { ReactNode } from "react";
import type { Address } from "viem";
import { type FormerNumber, formerNumbersQuery } from "../../chain/members/formerNumbersQuery.ts";
import { usePast } from "../../chain/past/usePast.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { useSay } from "../../content/useSay.ts";
import { elsewhereWords } from "../../content/words/elsewhere.ts";

type Props = { wallet: Address; children: (former: FormerNumber) => ReactNode };

/** What a wallet earned elsewhere: where its person lived before, and of those it inherited from; shown by `children`. */
export function FormerNumbers({ wallet, children }: Props) {
  const say = useSay();
  const former = usePast(formerNumbersQuery(useSystem(), wallet));
  if (former.isError) {
    return (
      <Card title={say(elsewhereWords.title)}>
        <Loaded query={former}>{() => null}</Loaded>
      </Card>
    );
  }
  return former.data?.map(children);
}
