import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { BlindSpotName } from "@one-small-town/core/verify/blindSpots.ts";

/** What one node can hide or make up without anything not adding up: on the Verify page, in the audit, in SECURITY.md. */
export const blindSpotWords: Record<BlindSpotName, MessageDescriptor> = {
  persons: msg`That somebody was attested of whom nothing else is told: they hold and earned nothing.`,
  documents: msg`Where a document is, and which one belongs to a week’s hours, a profit or a refusal: contracts keep the hashes of plans, packs, statutes, lists, spendings and open requests alone.`,
  givers: msg`Who gave money. That it came, and how much, adds up.`,
  passedOver: msg`What did not happen, and why: an entry of a batch that was passed over, a part that was kept, an admission that was taken back before its use.`,
  lapsed: msg`What was proposed and lapsed, or was taken back or replaced, so that nothing of it is left.`,
  allowances: msg`What somebody may still take of another’s INFINITY or shares, once that other has sent some.`,
  again: msg`That something was said twice which changes nothing the second time, such as the same plan.`,
};
