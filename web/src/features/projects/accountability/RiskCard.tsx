import type { MessageDescriptor } from "@lingui/core";
import { WHOLE } from "@one-small-town/core/rules/Deeds.ts";
import type { KeyName } from "../../../chain/projects/accountability/Accountability.ts";
import { Card } from "../../../components/Card.tsx";
import { dateTime, listOf, percent, type Unit } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { accountabilityWords as words } from "../../../content/words/accountability.ts";
import { quarterName } from "./dates.ts";
import type { Risk } from "./risksOf.ts";

const GRAVE: readonly Risk["is"][] = ["overdue", "failed", "windingUp", "closed", "noPlan"];

/** What could go wrong with a business, or has, in plain words; `isWhole` once its past is read. */
export function RiskCard({ risks, unit, isWhole }: { risks: readonly Risk[]; unit: Unit; isWhole: boolean }) {
  const say = useSay();
  const names = (keys: readonly KeyName[]) => listOf(keys.map((key) => say(words.keys[key])));
  return (
    <Card title={say(words.risks)}>
      <ul className="space-y-2">
        {risks.map((risk) => (
          <RiskLine key={risk.is} isGrave={GRAVE.includes(risk.is)} text={say(wordsOf(risk, names))} />
        ))}
        {risks.length === 0 && isWhole && <li>{say(words.noRisks)}</li>}
        <RiskLine isGrave={false} text={say(words.riskCurrency(unit.symbol))} />
      </ul>
    </Card>
  );
}

function RiskLine({ isGrave, text }: { isGrave: boolean; text: string }) {
  return (
    <li className={`flex gap-3 ${isGrave ? "text-bad font-medium" : ""}`}>
      <span aria-hidden="true" className={`font-sign w-4 shrink-0 font-bold ${isGrave ? "" : "text-warn"}`}>
        {isGrave ? "✘" : "!"}
      </span>
      <span className="min-w-0">{text}</span>
    </li>
  );
}

function wordsOf(risk: Risk, names: (keys: readonly KeyName[]) => string): MessageDescriptor {
  switch (risk.is) {
    case "overdue":
      return words.riskOverdue(listOf(risk.quarters.map(quarterName)));
    case "failed":
      return words.riskFailed;
    case "windingUp":
      return words.riskWindingUp(dateTime(risk.from));
    case "closed":
      return words.riskClosed;
    case "noPlan":
      return words.riskNoPlan;
    case "noPack":
      return words.riskNoPack;
    case "noAccounts":
      return words.riskNoAccounts(risk.deposits);
    case "noKey":
      return words.riskNoKey(names(risk.names));
    case "plainKeys":
      return words.riskPlainKeys(names(risk.names));
    case "unsold":
      return words.riskUnsold(risk.shares);
    case "holder":
      return words.riskHolder(percent((risk.shares / risk.all) * WHOLE));
    default:
      return words.riskDeed;
  }
}
