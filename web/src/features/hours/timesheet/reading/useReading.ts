import type { Answers } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { useEffect, useRef, useState } from "react";
import { openReader, type SheetReader } from "./openReader.ts";
import type { SheetRead } from "./SheetRead.ts";

type Wanted = { weekIndex: number; members: number; ownMember: number };

/** What a file was found to hold: null until it is read for the first time; "failed" where it cannot be. */
export type Reading = SheetRead | "failed" | null;

/**
 * Reads a file, and reads it again whenever it is mended, or another week or another answer is given: meanwhile it says what
 * it said before, so that nothing jumps.
 */
export function useReading(bytes: Uint8Array, { weekIndex, members, ownMember }: Wanted, answers: Answers): Reading {
  const reader = useRef<SheetReader | null>(null);
  const [reading, setReading] = useState<Reading>(null);
  useEffect(() => {
    const opened = openReader();
    reader.current = opened;
    return opened.close;
  }, []);
  useEffect(() => {
    let isWanted = true;
    reader.current?.read({ bytes, town: { weekIndex, members, ownMember }, answers }).then(
      (read) => isWanted && setReading(read),
      () => isWanted && setReading("failed"),
    );
    return () => {
      isWanted = false;
    };
  }, [bytes, weekIndex, members, ownMember, answers]);
  return reading;
}
