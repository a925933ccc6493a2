import { type Address, isAddressEqual } from "viem";
import type { Town } from "../../../chain/members/Town.ts";
import { type KeyHolders, placeOf, type Proposal } from "../../../chain/roles/Proposal.ts";
import { InPages } from "../../../components/InPages.tsx";
import { useSay } from "../../../content/useSay.ts";
import { proposalWords } from "../../../content/words/proposals.ts";
import { ProposalCard } from "./ProposalCard.tsx";

const AT_ONCE = 10;

type Props = { town: Town; open: readonly Proposal[]; holders: KeyHolders; you: Address; now: number };

/** All that waits for a second key: what waits for the one who looks comes first. */
export function ProposalList({ town, open, holders, you, now }: Props) {
  const say = useSay();
  const isYours = ({ awaits }: Proposal) => isAddressEqual(holders[awaits], you);
  const groups = [
    { title: proposalWords.yours, items: open.filter(isYours) },
    { title: proposalWords.others, items: open.filter((one) => !isYours(one)) },
  ];
  return groups
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => (
      <section key={title.id} className="space-y-4" aria-label={say(title)}>
        <h2>{say(title)}</h2>
        <InPages items={items} page={AT_ONCE}>
          {(shown) =>
            shown.map((proposal) => (
              <ProposalCard
                key={placeOf(proposal)}
                town={town}
                proposal={proposal}
                holders={holders}
                you={you}
                now={now}
              />
            ))
          }
        </InPages>
      </section>
    ));
}
