import type { MessageDescriptor } from "@lingui/core";
import { type FormEvent, useState } from "react";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { Card } from "../../../components/Card.tsx";
import { Field } from "../../../components/Field.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { saveFile } from "../../../components/saveFile.ts";
import { CannotOpen, type SealProblem } from "../../../config/sealedText.ts";
import { peopleWords } from "../../../content/words/people.ts";
import { useSay } from "../../../content/useSay.ts";
import { keepBook, lockBook, openBook, readSealedBook, useOpenBook } from "./book.ts";
import { FileInput } from "../../../components/FileInput.tsx";

const PROBLEMS: Record<SealProblem, MessageDescriptor> = {
  foreign: peopleWords.bookForeign,
  wrong: peopleWords.bookWrong,
  unsafe: peopleWords.bookUnsafe,
};

const LEAST_LETTERS = 12;
const MOST_BYTES = 5_000_000;

/** The registrar's key and names: made, opened, locked, and taken away as a sealed file. */
export function BookCard() {
  const say = useSay();
  const system = useSystem();
  const opened = useOpenBook();
  const [sealed, setSealed] = useState(() => readSealedBook(system));
  const [problem, setProblem] = useState<MessageDescriptor | null>(null);

  async function attempt(act: () => Promise<void>): Promise<void> {
    setProblem(null);
    await act().catch((error: unknown) =>
      setProblem(error instanceof CannotOpen ? PROBLEMS[error.problem] : peopleWords.bookForeign),
    );
    setSealed(readSealedBook(system));
  }

  return (
    <Card title={say(peopleWords.book)}>
      {opened !== null && (
        <div className="flex flex-wrap items-center gap-3">
          <p className="grow">✔ {say(peopleWords.bookOpen)}</p>
          <Button
            look="second"
            onClick={() => saveFile("registrar-book.json", readSealedBook(system) ?? "", "application/json")}
          >
            {say(peopleWords.bookSave)}
          </Button>
          <Button look="second" onClick={lockBook}>
            {say(peopleWords.bookLock)}
          </Button>
        </div>
      )}
      {opened === null && (
        <div className="space-y-4">
          <p className="max-w-prose">{say(sealed === null ? peopleWords.bookHelp : peopleWords.bookLocked)}</p>
          {sealed === null ? (
            <NewBook
              onMake={(officeKey, phrase) => attempt(() => keepBook(system, { officeKey, names: {} }, phrase))}
            />
          ) : (
            <Unlock key={sealed} onOpen={(phrase) => attempt(() => openBook(system, sealed, phrase))} />
          )}
          <FileInput
            label={say(peopleWords.bookLoad)}
            accept=".json,application/json"
            onFile={(file) => {
              setProblem(file.size > MOST_BYTES ? peopleWords.bookForeign : null);
              if (file.size <= MOST_BYTES) void file.text().then(setSealed);
            }}
          />
        </div>
      )}
      {problem !== null && (
        <Notice kind="bad" isLive>
          {say(problem)}
        </Notice>
      )}
    </Card>
  );
}

function NewBook({ onMake }: { onMake: (officeKey: string, passphrase: string) => Promise<void> }) {
  const say = useSay();
  const [officeKey, setOfficeKey] = useState("");
  const [phrase, setPhrase] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const isShort = phrase.length < LEAST_LETTERS;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isShort || officeKey === "") return;
    setIsBusy(true);
    void onMake(officeKey, phrase).finally(() => setIsBusy(false));
  }

  return (
    <form className="space-y-4" onSubmit={submit}>
      <Field
        label={say(peopleWords.officeKey)}
        type="password"
        value={officeKey}
        onChange={({ target }) => setOfficeKey(target.value)}
      />
      <Field
        label={say(peopleWords.passphrase)}
        hint={say(peopleWords.passphraseHint)}
        type="password"
        value={phrase}
        problem={phrase !== "" && isShort ? say(peopleWords.passphraseShort) : null}
        onChange={({ target }) => setPhrase(target.value)}
      />
      <Button type="submit" isBusy={isBusy} disabled={isShort || officeKey === ""}>
        {say(peopleWords.bookMake)}
      </Button>
    </form>
  );
}

function Unlock({ onOpen }: { onOpen: (passphrase: string) => Promise<void> }) {
  const say = useSay();
  const [phrase, setPhrase] = useState("");
  const [isBusy, setIsBusy] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsBusy(true);
    void onOpen(phrase).finally(() => setIsBusy(false));
  }

  return (
    <form onSubmit={submit}>
      <Field
        label={say(peopleWords.passphrase)}
        type="password"
        value={phrase}
        onChange={({ target }) => setPhrase(target.value)}
        beside={
          <Button type="submit" look="second" isBusy={isBusy} disabled={phrase === ""}>
            {say(peopleWords.bookUnlock)}
          </Button>
        }
      />
    </form>
  );
}
