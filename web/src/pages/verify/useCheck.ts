import { useCallback, useEffect, useState } from "react";
import type { System } from "../../contracts/System.ts";
import { readBooks, type Reading } from "../../contracts/verify/readBooks.ts";
import { checkBooks } from "../../lib/verify/checkBooks.ts";
import { type Finding, findingKeys } from "../../lib/verify/Finding.ts";

export type Check =
  | { state: "reading"; parts: number }
  | { state: "failed"; findings: readonly Finding[] }
  | { state: "done"; reading: Reading; findings: readonly Finding[] };

const UNREAD = findingKeys.map((key): Finding => ({ key, outcome: "unavailable", rows: null }));
const BEGIN: Check = { state: "reading", parts: 0 };

/** Reads and checks the books once, and again when asked. Old figures are gone as soon as new ones are read. */
export function useCheck(system: System): { check: Check; again: () => void } {
  const [run, setRun] = useState(0);
  const [check, setCheck] = useState<Check>(BEGIN);
  useEffect(() => {
    let isCurrent = true;
    let parts = 0;
    const show = (next: Check) => isCurrent && setCheck(next);
    readBooks(system, { onPart: () => show({ state: "reading", parts: ++parts }) }).then(
      (reading) => show({ state: "done", reading, findings: checkBooks(reading.books) }),
      () => show({ state: "failed", findings: UNREAD }),
    );
    return () => void (isCurrent = false);
  }, [system, run]);
  const again = useCallback(() => {
    setCheck(BEGIN);
    setRun((count) => count + 1);
  }, []);
  return { check, again };
}
