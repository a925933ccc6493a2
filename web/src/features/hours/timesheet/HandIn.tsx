import { submitTimesheet as submitStep } from "@one-small-town/core/hours/steps.ts";
import { quartersToHex, totalQuarters } from "@one-small-town/core/hours/timesheet.ts";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Address, Hex } from "viem";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { CopyButton } from "../../../components/CopyButton.tsx";
import { saveBytes } from "../../../components/documents/saveBytes.ts";
import { Field } from "../../../components/Field.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { useSay } from "../../../content/useSay.ts";
import { weekRange } from "../../../content/weeks.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import { type SheetToSubmit, submitTimesheet } from "../../../transactions/submitTimesheet.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";
import { trialQuery } from "../../../transactions/trialQuery.ts";
import type { Sheet } from "./Sheet.ts";
import { useHash } from "./useHash.ts";

const LINK = /^[a-z][a-z0-9+.-]*:\S+$/i;
const LONGEST_LINK = 2_000;

type Props = {
  sheet: Sheet;
  /** What was read of it. */
  week: Pick<SheetToSubmit, "town" | "weekIndex" | "quarters">;
  wallet: Address;
  onKept: () => void;
  onDone: () => void;
};

/** The proof that goes with a week's hours, what the chain says of it before anything is sent, and the button. */
export function HandIn({ sheet, week, wallet, onKept, onDone }: Props) {
  const say = useSay();
  const hash = useHash(sheet.bytes);
  const [uri, setUri] = useState("");
  const link = uri.trim();
  const problem = problemOf(link);
  const { town, weekIndex, quarters } = week;
  const input = useMemo((): SheetToSubmit | null => {
    return hash === null ? null : { town, weekIndex, quarters, evidence: { hash, uri: problem === null ? link : "" } };
  }, [hash, town, weekIndex, quarters, link, problem]);
  return (
    <section className="space-y-4">
      <h3>{say(timesheetWords.evidence)}</h3>
      {!sheet.isKept && (
        <Notice
          kind="warn"
          title={say(timesheetWords.changedTitle)}
          action={
            <Button
              look="second"
              onClick={() => {
                saveBytes(sheet.bytes, sheet.name);
                onKept();
              }}
            >
              {say(timesheetWords.saveFile)}
            </Button>
          }
        >
          {say(timesheetWords.changedHelp)}
        </Notice>
      )}
      {hash !== null && <HashLine hash={hash} />}
      <Field
        label={say(timesheetWords.uri)}
        hint={say(timesheetWords.uriHelp)}
        value={uri}
        onChange={({ target }) => setUri(target.value)}
        inputMode="url"
        spellCheck={false}
        problem={problem === null ? null : say(timesheetWords[problem])}
      />
      {input !== null && <Trial input={input} wallet={wallet} />}
      <TransactionButton
        transaction={submitTimesheet}
        input={problem === null ? input : null}
        label={say(timesheetWords.submit(weekRange(weekIndex)))}
        onDone={onDone}
      />
    </section>
  );
}

function problemOf(link: string): "uriBad" | "uriLong" | null {
  if (link === "") return null;
  if (link.length > LONGEST_LINK) return "uriLong";
  return LINK.test(link) ? null : "uriBad";
}

function HashLine({ hash }: { hash: Hex }) {
  const say = useSay();
  const name = say(timesheetWords.hash);
  return (
    <div className="bg-sunken rounded-lg px-4 py-2">
      <p className="text-soft text-sm">{name}</p>
      <p className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="figures min-w-0 text-sm break-all">{hash}</span>
        <CopyButton text={hash} name={name} />
      </p>
      <p className="text-soft text-sm">{say(timesheetWords.hashHelp)}</p>
    </div>
  );
}

/** Asked of the chain before anybody taps: what it would refuse, it says now. */
function Trial({ input, wallet }: { input: SheetToSubmit; wallet: Address }) {
  const say = useSay();
  const system = useSystem();
  // A link changes nothing of what is refused, and is asked about once, not at each letter.
  const { town, weekIndex, quarters, evidence } = input;
  const tried = { town, weekIndex, quarters: quartersToHex(quarters), evidence: { hash: evidence.hash, uri: "" } };
  const name = [town, weekIndex, evidence.hash, quarters.length, totalQuarters(quarters)].join(" ");
  const { data } = useQuery(trialQuery({ system, address: wallet }, name, submitStep(system.deployment, tried)));
  if (data === undefined) return <p className="text-soft">{say(timesheetWords.trying)}</p>;
  if (data === null) return <Notice kind="good">{say(timesheetWords.wouldTake)}</Notice>;
  return (
    <Notice kind="bad" title={say(timesheetWords.wouldRefuse)}>
      {say(data)}
    </Notice>
  );
}
