import type { MessageDescriptor } from "@lingui/core";
import type { Town } from "../chain/members/Town.ts";
import { contentOf, type KeyHolders, placeOf, type Proposal } from "../chain/roles/Proposal.ts";
import { readProposals } from "../chain/roles/proposalsQuery.ts";
import type { System } from "../chain/System.ts";
import { describeProposal } from "./describeProposal.ts";
import { i18n } from "../content/i18n.ts";
import { proposalWords } from "../content/words/proposals.ts";

/** What a person was shown, of which town. */
export type ShownProposal = { town: Town; proposal: Proposal };

/**
 * Whether just what a person was shown still waits, read again: else why not, in words. With who holds the keys now.
 */
export async function proposalStanding(
  system: System,
  { town, proposal }: ShownProposal,
): Promise<{ obstacle: MessageDescriptor | null; holders: KeyHolders }> {
  const { proposals, holders } = await readProposals(system, town);
  const found = proposals.find((each) => placeOf(each) === placeOf(proposal));
  if (found === undefined) return { obstacle: proposalWords.gone, holders };
  return { obstacle: contentOf(found) === contentOf(proposal) ? null : proposalWords.changed, holders };
}

/** What was asked for, as it stands in the words of an act. */
export function nameOf({ proposal, town }: ShownProposal): string {
  return i18n._(describeProposal(proposal, town));
}
