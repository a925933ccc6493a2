import { type Address, isAddressEqual, zeroAddress } from "viem";
import type { Town } from "../../../chain/members/Town.ts";
import type { KeyHolders, Proposal } from "../../../chain/roles/Proposal.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { AddressText } from "../../../components/AddressText.tsx";
import { Card } from "../../../components/Card.tsx";
import { dateTime, duration } from "../../../content/format.ts";
import { describeProposal } from "../../../transactions/describeProposal.ts";
import { useSay } from "../../../content/useSay.ts";
import { deskWords } from "../../../content/words/desk.ts";
import { proposalWords } from "../../../content/words/proposals.ts";
import { agreeToProposal } from "../../../transactions/agreeToProposal.ts";
import { takeBackProposal } from "../../../transactions/takeBackProposal.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";
import { ProposalContent } from "./ProposalContent.tsx";
import { ProposalLink } from "./ProposalLink.tsx";

type Props = { town: Town; proposal: Proposal; holders: KeyHolders; you: Address; now: number };

/** What is asked for in full, by whom and until when, and what the one who looks at it can do. */
export function ProposalCard({ town, proposal, holders, you, now }: Props) {
  const say = useSay();
  const { explorer } = useSystem().settings.network;
  const { by, until, awaits } = proposal;
  const holder = holders[awaits];
  const isYours = isAddressEqual(by, you);
  const mayAgree = isAddressEqual(holder, you) && !isYours;
  const shown = { town, proposal };
  return (
    <Card title={say(describeProposal(proposal, town))}>
      <div className="space-y-4">
        <p className="font-semibold">{say(proposalWords.until(dateTime(until), duration(until - now)))}</p>
        <ProposalContent town={town} asked={proposal.asked} />
        <dl className="grid gap-3 text-sm sm:grid-cols-2">
          <div>
            <dt className="text-soft">{say(proposalWords.by)}</dt>
            <dd>
              <AddressText address={by} explorer={explorer} />
            </dd>
          </div>
          <div>
            <dt className="text-soft">{say(proposalWords.awaits)}</dt>
            <dd>
              {say(deskWords.offices[awaits])}{" "}
              {holder === zeroAddress ? (
                say(proposalWords.vacant)
              ) : (
                <AddressText address={holder} explorer={explorer} />
              )}
            </dd>
          </div>
        </dl>
        {mayAgree && <TransactionButton transaction={agreeToProposal} input={shown} label={say(proposalWords.agree)} />}
        {isYours && (
          <TransactionButton
            transaction={takeBackProposal}
            input={shown}
            label={say(proposalWords.takeBack)}
            look="second"
          />
        )}
        {!mayAgree && <ProposalLink town={town.id} />}
      </div>
    </Card>
  );
}
