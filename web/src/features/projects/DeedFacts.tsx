import { DeedMeter } from "../../components/DeedMeter.tsx";
import { dateTime } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { deedChangeWords } from "../../content/words/deedChanges.ts";
import { projectWords } from "../../content/words/projects.ts";
import type { DeedInForce } from "../../chain/profit/deedQuery.ts";

/** The deed in force, whether it can still change, and the one on its way. */
export function DeedFacts({ deed: { deed, isSealed, change } }: { deed: DeedInForce }) {
  const say = useSay();
  return (
    <>
      <DeedMeter deed={deed} />
      <p className="text-soft mt-3 text-sm">{say(isSealed ? projectWords.sealed : projectWords.notSealed)}</p>
      {change !== null && (
        <div className="mt-4 space-y-3">
          <p className="text-warn text-sm font-medium">
            {say(
              change.inForceFrom === 0
                ? deedChangeWords.proposed
                : deedChangeWords.change(dateTime(change.inForceFrom)),
            )}
          </p>
          <DeedMeter deed={change.deed} />
        </div>
      )}
    </>
  );
}
