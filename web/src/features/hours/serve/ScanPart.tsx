import type { MessageDescriptor } from "@lingui/core";
import { useEffect, useState } from "react";
import type { QrContent } from "@one-small-town/core/qr/QrContent.ts";
import { loadSignatureCheck } from "../../../chain/hours/isSignedBy.ts";
import type { Kitchen } from "../../../chain/hours/Kitchen.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { ScanSheet } from "../../../components/qr/ScanSheet.tsx";
import { useSay } from "../../../content/useSay.ts";
import { serveWords } from "../../../content/words/serve.ts";
import { noteServing, type Serving } from "../../../transactions/servings.ts";
import { HandOutCard } from "./HandOutCard.tsx";
import { type Judged, judgeCode, readCode } from "./judgeCode.ts";

type Known = { town: Town; kitchen: Kitchen; servings: readonly Serving[]; now: number };
type State =
  | { at: "ready" }
  | { at: "scanning" }
  | { at: "checking" }
  | { at: "judged"; judged: Judged }
  | { at: "refused"; words: MessageDescriptor }
  | { at: "noted"; number: number };

/** There may be no connection when the first code comes. */
async function loadAll(): Promise<void> {
  await Promise.allSettled([import("../../../components/qr/decodeQr.ts"), loadSignatureCheck()]);
}

/** From a code before the camera to a meal over the counter. */
export function ScanPart({ known }: { known: Known }) {
  const say = useSay();
  const system = useSystem();
  const [state, setState] = useState<State>({ at: "ready" });
  useEffect(() => void loadAll(), []);

  function take(text: string): MessageDescriptor | null {
    const read = readCode(text, system);
    if ("words" in read) return read.words;
    setState({ at: "checking" });
    void judge(read.code);
    return null;
  }

  async function judge(code: QrContent<"redemption">): Promise<void> {
    const judged = await judgeCode(system, code, known);
    setState("words" in judged ? { at: "refused", words: judged.words } : { at: "judged", judged });
  }

  function note({ redemption, wallet, had }: Judged): void {
    const units = redemption.cumulativeUnits - had;
    noteServing(system, known.town.id, { ...redemption, wallet, units, isSent: false });
    setState({ at: "noted", number: redemption.number });
  }

  return (
    <section className="space-y-3">
      {state.at === "judged" ? (
        <HandOutCard
          judged={state.judged}
          onDone={() => note(state.judged)}
          onCancel={() => setState({ at: "ready" })}
        />
      ) : (
        <Button
          className="min-h-16 w-full text-lg"
          isBusy={state.at === "checking"}
          onClick={() => setState({ at: "scanning" })}
        >
          {say(serveWords.scan)}
        </Button>
      )}
      <div role="status">
        {state.at === "checking" && <p>{say(serveWords.checking)}</p>}
        {state.at === "noted" && <Notice kind="good">{say(serveWords.noted(state.number))}</Notice>}
      </div>
      {state.at === "refused" && (
        <Notice kind="bad" isLive>
          {say(state.words)}
        </Notice>
      )}
      {state.at === "scanning" && (
        <ScanSheet title={say(serveWords.scanTitle)} take={take} onClose={() => setState({ at: "ready" })} />
      )}
    </section>
  );
}
