import { Notice } from "../../../components/Notice.tsx";
import { useSay } from "../../../content/useSay.ts";
import { planWords } from "../../../content/words/plans.ts";
import type { PlanReading } from "./usePlanReading.ts";

const MOST = 5;

/** Why a plan has no figures to show, in words. */
export function PlanTrouble({ reading }: { reading: Exclude<PlanReading, { plan: unknown }> }) {
  const say = useSay();
  if ("none" in reading) {
    return <Notice kind={reading.none === "notOpened" ? "info" : "bad"}>{say(planWords[reading.none])}</Notice>;
  }
  const { faults, isCut } = reading;
  if (faults[0]?.kind === "noPart") {
    return (
      <Notice kind="warn" title={say(isCut ? planWords.noneInBeginning : planWords.noFigures)}>
        {say(isCut ? planWords.isCut : planWords.noFiguresHelp)}
      </Notice>
    );
  }
  return (
    <Notice kind="bad" title={say(planWords.unreadable)}>
      <p>{say(planWords.unreadableHelp)}</p>
      <ul className="mt-2 list-disc ps-5 text-sm">
        {faults.slice(0, MOST).map(({ kind, at, wanted }) => (
          <li key={`${kind} ${at}`}>{say(planWords.faults[kind](at, wanted))}</li>
        ))}
        {faults.length > MOST && <li>{say(planWords.moreFaults(String(faults.length - MOST)))}</li>}
      </ul>
    </Notice>
  );
}
