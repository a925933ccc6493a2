import type { MessageDescriptor } from "@lingui/core";
import { type FormEvent, useId, useRef, useState } from "react";
import { useSay } from "../../content/useSay.ts";
import { qrWords } from "../../content/words/qr.ts";
import { Button } from "../Button.tsx";
import { Field } from "../Field.tsx";
import { Notice } from "../Notice.tsx";
import { Sheet } from "../Sheet.tsx";
import { openReader } from "./openReader.ts";
import { useCamera } from "./useCamera.ts";

type Props = {
  title: string;
  /** Takes a text that was read; what it answers stands against it. Nothing stands against it: close the sheet. */
  take: (text: string) => MessageDescriptor | null;
  onClose: () => void;
};

/** Reads a code: with the camera, from a picture, or from pasted text. Whatever fails, another way stands below. */
export function ScanSheet({ title, take, onClose }: Props) {
  return (
    <Sheet title={title} isOpen onClose={onClose}>
      <Scan take={take} />
    </Sheet>
  );
}

/** What was said of a code does not change while it is still held before the camera. */
const SAME_FOR = 4_000;

function Scan({ take }: Pick<Props, "take">) {
  const say = useSay();
  const [problem, setProblem] = useState<MessageDescriptor | null>(null);
  const last = useRef({ text: "", at: 0 });

  function see(text: string): void {
    const { text: before, at } = last.current;
    if (text === before && Date.now() < at + SAME_FOR) return;
    last.current = { text, at: Date.now() };
    setProblem(take(text));
  }

  return (
    <div className="space-y-5">
      <CameraView onText={see} />
      {problem !== null && (
        <Notice kind="bad" isLive>
          {say(problem)}
        </Notice>
      )}
      <PictureInput onText={(text) => setProblem(take(text))} onProblem={setProblem} />
      <PasteField onText={(text) => setProblem(take(text))} />
    </div>
  );
}

function CameraView({ onText }: { onText: (text: string) => void }) {
  const say = useSay();
  const { video, state } = useCamera(onText);
  const isOn = state === "asking" || state === "seeing";
  return (
    <>
      <video
        ref={video}
        muted
        playsInline
        aria-label={say(qrWords.view)}
        className={`bg-sunken aspect-square w-full rounded-lg object-cover sm:aspect-video ${isOn ? "" : "hidden"}`}
      />
      {isOn ? (
        <p role="status">{say(qrWords.states[state])}</p>
      ) : (
        <Notice kind="warn" isLive>
          {say(qrWords.states[state])}
        </Notice>
      )}
    </>
  );
}

type PictureProps = { onText: (text: string) => void; onProblem: (problem: MessageDescriptor) => void };

function PictureInput({ onText, onProblem }: PictureProps) {
  const say = useSay();
  const id = useId();

  async function look(file: File): Promise<void> {
    const text = await textIn(file).catch(() => undefined);
    if (text === undefined) return onProblem(qrWords.noPicture);
    if (text === null) return onProblem(qrWords.noCode);
    onText(text);
  }

  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {say(qrWords.picture)}
      </label>
      <input
        id={id}
        type="file"
        accept="image/*"
        className="file:bg-card file:border-line file:text-ink border-line mt-1 block min-h-12 w-full cursor-pointer rounded-lg border-2 border-dashed p-2 text-sm file:me-3 file:min-h-9 file:cursor-pointer file:rounded-lg file:border-2 file:px-3 file:font-semibold"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void look(file);
          target.value = ""; // the same picture may be chosen again
        }}
      />
    </div>
  );
}

async function textIn(file: File): Promise<string | null> {
  const [read, picture] = await Promise.all([openReader(), createImageBitmap(file)]);
  try {
    return await read(picture);
  } finally {
    picture.close();
  }
}

function PasteField({ onText }: { onText: (text: string) => void }) {
  const say = useSay();
  const [text, setText] = useState("");

  function submit(event: FormEvent): void {
    event.preventDefault();
    onText(text);
  }

  return (
    <form onSubmit={submit}>
      <Field
        label={say(qrWords.paste)}
        value={text}
        onChange={({ target }) => setText(target.value)}
        spellCheck={false}
        autoCapitalize="none"
        dir="ltr"
        beside={
          <Button type="submit" look="second" disabled={text.trim() === ""}>
            {say(qrWords.read)}
          </Button>
        }
      />
    </form>
  );
}
