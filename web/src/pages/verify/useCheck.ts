import { useCallback, useEffect, useRef, useState } from "react";
import type { Checked, HistoryState, Obstacle, Told, WantedTable } from "../../chain/verify/CheckMessages.ts";
import { openCheck } from "../../chain/verify/openCheck.ts";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import type { VerifyRoute } from "@one-small-town/core/verify/VerifyRoute.ts";

export type Check =
  | { state: "reading"; done: number; all: number }
  | { state: "failed"; obstacle: Obstacle }
  | { state: "done"; checked: Checked };

/** A table of the books that were checked, as a file's text; null when a part of them could not be read. */
export type MakeTable = (wanted: WantedTable) => Promise<string | null>;

const BEGIN: Check = { state: "reading", done: 0, all: 1 };

/** Has the books checked at a block, and again when asked. Old figures are gone as soon as new ones are read. */
export function useCheck(settings: Settings, { block, town }: VerifyRoute) {
  const [run, setRun] = useState(0);
  const wanted = `${block} ${town} ${run}`;
  const [found, setFound] = useState({ wanted, check: BEGIN });
  const [isSlow, setIsSlow] = useState(false);
  const [past, setPast] = useState<{ wanted: string; history: HistoryState } | null>(null);
  const makeTable = useRef<MakeTable>(() => Promise.resolve(null));
  useEffect(() => {
    const waiting = new Map<number, (csv: string | null) => void>();
    const tell = (told: Told) => {
      if (told.kind === "table") waiting.get(told.id)?.(told.csv);
      else if (told.kind === "history") setPast({ wanted, history: told.history });
      else setFound({ wanted, check: checkOf(told) });
    };
    const { ask, close } = openCheck(
      { settings, route: { block, town }, base: document.baseURI },
      { tell, onRefused: () => setIsSlow(true) },
    );
    let tables = 0;
    makeTable.current = (table) => {
      const id = ++tables;
      ask({ id, wanted: table });
      return new Promise((resolve) => waiting.set(id, resolve));
    };
    return close;
  }, [settings, block, town, wanted]);
  const check = found.wanted === wanted ? found.check : BEGIN;
  const history = past?.wanted === wanted ? past.history : null;
  return { check, history, isSlow, makeTable, again: useCallback(() => setRun((count) => count + 1), []) };
}

function checkOf(told: Exclude<Told, { kind: "table" | "history" }>): Check {
  if (told.kind === "part") return { state: "reading", done: told.done, all: told.all };
  if (told.kind === "failed") return { state: "failed", obstacle: told.obstacle };
  return { state: "done", checked: told.checked };
}
