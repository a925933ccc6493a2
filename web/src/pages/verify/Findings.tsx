import type { Currency } from "../../chain/members/Town.ts";
import { type Finding, worstFirst } from "@one-small-town/core/verify/Finding.ts";
import { FindingCard } from "./FindingCard.tsx";

type Props = { findings: readonly Finding[]; currencies: readonly Currency[] };

/** A card for each check; what does not add up stands first. */
export function Findings({ findings, currencies }: Props) {
  return worstFirst(findings).map((finding) => (
    <FindingCard key={finding.key} finding={finding} currencies={currencies} />
  ));
}
