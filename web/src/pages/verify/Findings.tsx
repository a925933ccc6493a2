import { type Finding, worstFirst } from "@one-small-town/core/verify/Finding.ts";
import { checkGroups, groupOf } from "@one-small-town/core/verify/groups.ts";
import { useId } from "react";
import type { Currency } from "../../chain/members/Town.ts";
import type { Checked } from "../../chain/verify/CheckMessages.ts";
import { useSay } from "../../content/useSay.ts";
import { groupWords } from "../../content/words/groups.ts";
import { FindingCard } from "./FindingCard.tsx";
import { NextHeadOfficeNotice } from "./NextHeadOfficeNotice.tsx";

/**
 * A card for each check: first what does not add up, then what nobody can say, then the others by what they are about.
 * Before them, whether head office is passing itself on.
 */
export function Findings({ checked: { findings, currencies, next } }: { checked: Checked }) {
  const say = useSay();
  const first = worstFirst(findings.filter(({ outcome }) => outcome !== "holds"));
  const groups = checkGroups.map((group) => ({
    name: say(groupWords.names[group]),
    findings: findings.filter(({ key, outcome }) => outcome === "holds" && groupOf[key] === group),
  }));
  const filled = [{ name: say(groupWords.first), findings: first }, ...groups].filter(
    (group) => group.findings.length > 0,
  );
  return (
    <>
      {next !== null && <NextHeadOfficeNotice next={next} />}
      {filled.map((group) => (
        <Group
          key={group.name}
          name={group.name}
          note={group.findings === first ? null : say(groupWords.hold(group.findings.length))}
          findings={group.findings}
          currencies={currencies}
        />
      ))}
    </>
  );
}

type GroupProps = {
  name: string;
  note: string | null;
  findings: readonly Finding[];
  currencies: readonly Currency[];
};

function Group({ name, note, findings, currencies }: GroupProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="space-y-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 pt-3">
        <h2 id={id}>{name}</h2>
        {note !== null && <p className="text-good text-sm font-semibold">{note}</p>}
      </div>
      {findings.map((finding) => (
        <FindingCard key={finding.key} finding={finding} currencies={currencies} />
      ))}
    </div>
  );
}
