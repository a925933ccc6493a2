import { MOST_VALID_WEEKS } from "@one-small-town/core/rules/Benefits.ts";
import { type BenefitKind, benefitKinds } from "@one-small-town/core/rules/enumerations.ts";
import { useState } from "react";
import type { Town } from "../../../chain/members/Town.ts";
import { Choice } from "../../../components/Choice.tsx";
import { Field } from "../../../components/Field.tsx";
import { useSay } from "../../../content/useSay.ts";
import { benefitWords } from "../../../content/words/benefits.ts";
import { serveWords } from "../../../content/words/serve.ts";
import { listBenefit } from "../../../transactions/listBenefit.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

const EMPTY = { title: "", place: "", times: "", units: "1", weeks: "2" };
const MOST_UNITS = 65_535;
const MOST_LETTERS = 80;

/** Something new for the town's list. */
export function ListForm({ town }: { town: Town }) {
  const say = useSay();
  const [kind, setKind] = useState<BenefitKind>("meal");
  const [each, setEach] = useState<"week" | "shift">("week");
  const [texts, setTexts] = useState(EMPTY);
  const [isTouched, setIsTouched] = useState(false);
  const { title, place, times } = texts;
  const units = wholeOf(texts.units, MOST_UNITS);
  const validWeeks = wholeOf(texts.weeks, MOST_VALID_WEEKS);
  const isWhole = title.trim() !== "" && place.trim() !== "" && units !== null && validWeeks !== null;
  const input = isWhole
    ? { town, kind, perShift: each === "shift", units, validWeeks, words: { title, place, times } }
    : null;
  const fieldOf = (name: keyof typeof EMPTY) => ({
    value: texts[name],
    maxLength: MOST_LETTERS,
    onChange: ({ target }: { target: { value: string } }) => setTexts({ ...texts, [name]: target.value }),
    onBlur: () => setIsTouched(true),
  });
  return (
    <div className="space-y-4 pt-2">
      <Choice
        label={say(serveWords.kind)}
        value={kind}
        options={benefitKinds.map((one) => [one, say(benefitWords.kinds[one])] as const)}
        onChoose={setKind}
      />
      <Field
        label={say(serveWords.name)}
        hint={say(serveWords.nameHint)}
        problem={isTouched && title.trim() === "" ? say(serveWords.noName) : null}
        {...fieldOf("title")}
      />
      <Field
        label={say(serveWords.place)}
        problem={isTouched && title !== "" && place.trim() === "" ? say(serveWords.noPlace) : null}
        {...fieldOf("place")}
      />
      <Field label={say(serveWords.times)} hint={say(serveWords.timesHint)} {...fieldOf("times")} />
      <Field
        label={say(serveWords.units)}
        inputMode="numeric"
        problem={units === null ? say(serveWords.badUnits) : null}
        {...fieldOf("units")}
      />
      <Choice
        label={say(serveWords.each)}
        value={each}
        options={[
          ["week", say(serveWords.eachWeek)],
          ["shift", say(serveWords.eachShift)],
        ]}
        onChoose={setEach}
      />
      <Field
        label={say(serveWords.weeks)}
        hint={say(serveWords.weeksHint(MOST_VALID_WEEKS))}
        inputMode="numeric"
        problem={validWeeks === null ? say(serveWords.badWeeks) : null}
        {...fieldOf("weeks")}
      />
      <TransactionButton
        transaction={listBenefit}
        input={input}
        label={say(serveWords.addLabel)}
        onDone={() => setTexts(EMPTY)}
      />
    </div>
  );
}

/** A whole number from 1 to `most`; null for anything else. */
function wholeOf(text: string, most: number): number | null {
  const number = /^[1-9][0-9]{0,5}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}
