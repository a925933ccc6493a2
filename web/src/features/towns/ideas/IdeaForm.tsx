import { type Idea, LEAST_TIMES_USED, MOST_LETTERS, timesUsed, writeIdea } from "@one-small-town/core/projects/Idea.ts";
import { type Sector, sectors } from "@one-small-town/core/projects/sectors.ts";
import { type ProjectKind, projectKinds } from "@one-small-town/core/rules/enumerations.ts";
import { useId, useState } from "react";
import type { Town } from "../../../chain/members/Town.ts";
import { Choice } from "../../../components/Choice.tsx";
import { Field } from "../../../components/Field.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { count } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { ideasWords } from "../../../content/words/ideas.ts";
import { projectWords } from "../../../content/words/projects.ts";
import { proposeIdea } from "../../../transactions/proposeIdea.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

const EMPTY = { title: "", about: "", goal: "", budget: "", horizon: "", made: "", used: "", closedBecause: "" };
const SIZES = ["small", "medium", "large"] as const;

/** A member's idea in their own words, of which the device makes the document that the chain keeps. */
export function IdeaForm({ town }: { town: Town }) {
  const say = useSay();
  const id = useId();
  const [texts, setTexts] = useState(EMPTY);
  const [kind, setKind] = useState<ProjectKind>("upliftment");
  const [sector, setSector] = useState<Sector | "">("");
  const [size, setSize] = useState<(typeof SIZES)[number]>("small");
  const [isOld, setIsOld] = useState(false);
  const [isTouched, setIsTouched] = useState(false);

  const idea: Idea = {
    title: texts.title,
    sector: sector === "" ? "" : say(ideasWords.sectors[sector]),
    about: texts.about,
    goal: texts.goal,
    budget: texts.budget,
    size,
    horizon: texts.horizon,
    made: texts.made,
    used: texts.used,
    closedBecause: isOld ? texts.closedBecause : "",
  };
  const words = writeIdea(idea);
  const times = timesUsed(idea);
  const fieldOf = (name: keyof typeof EMPTY) => ({
    value: texts[name],
    maxLength: name === "title" ? MOST_LETTERS.title : MOST_LETTERS.other,
    onChange: ({ target }: { target: { value: string } }) => setTexts({ ...texts, [name]: target.value }),
  });
  return (
    <div className="space-y-4">
      <p className="max-w-prose">{say(ideasWords.public)}</p>
      <Field
        label={say(ideasWords.name)}
        problem={isTouched && words === null ? say(ideasWords.noName) : null}
        onBlur={() => setIsTouched(true)}
        {...fieldOf("title")}
      />
      <Choice
        label={say(ideasWords.kind)}
        value={kind}
        options={projectKinds.map((one) => [one, say(projectWords.kind(one))] as const)}
        onChoose={setKind}
      />
      <Choice
        label={say(ideasWords.sector)}
        value={sector}
        options={[
          ["", say(ideasWords.choose)] as const,
          ...sectors.map((one) => [one, say(ideasWords.sectors[one])] as const),
        ]}
        onChoose={setSector}
      />
      <div>
        <label htmlFor={id} className="font-semibold">
          {say(ideasWords.about)}
        </label>
        <p id={`${id}-hint`} className="text-soft text-sm">
          {say(ideasWords.aboutHint)}
        </p>
        <textarea
          id={id}
          rows={4}
          maxLength={MOST_LETTERS.about}
          aria-describedby={`${id}-hint`}
          value={texts.about}
          onChange={({ target }) => setTexts({ ...texts, about: target.value })}
          className="bg-page border-line mt-1 block w-full rounded-lg border-2 p-3"
        />
      </div>
      <Field label={say(ideasWords.goal)} {...fieldOf("goal")} />
      <Field label={say(ideasWords.budget)} hint={say(ideasWords.budgetHint)} {...fieldOf("budget")} />
      <Choice
        label={say(ideasWords.size)}
        value={size}
        options={SIZES.map((one) => [one, say(ideasWords.sizes[one])] as const)}
        onChoose={setSize}
      />
      <Field label={say(ideasWords.horizon)} hint={say(ideasWords.horizonHint)} {...fieldOf("horizon")} />
      <Field label={say(ideasWords.made)} hint={say(ideasWords.madeHint)} {...fieldOf("made")} />
      <Field label={say(ideasWords.used)} {...fieldOf("used")} />
      {times !== null && times < LEAST_TIMES_USED && (
        <Notice kind="warn" isLive>
          {say(ideasWords.tooLittle(count(Math.floor(times * 10) / 10)))}
        </Notice>
      )}
      <label className="flex min-h-12 items-center gap-3">
        <input type="checkbox" className="size-5" checked={isOld} onChange={({ target }) => setIsOld(target.checked)} />
        {say(ideasWords.once)}
      </label>
      {isOld && <Field label={say(ideasWords.why)} hint={say(ideasWords.whyHint)} {...fieldOf("closedBecause")} />}
      <TransactionButton
        transaction={proposeIdea}
        input={words === null ? null : { town, kind, title: texts.title.trim(), words }}
        label={say(ideasWords.submit)}
        onDone={() => {
          setTexts(EMPTY);
          setIsTouched(false);
        }}
      />
    </div>
  );
}
