import type { MessageDescriptor } from "@lingui/core";
import { useEffect, useRef } from "react";
import { createStore } from "./createStore.ts";

/** Transactions whose progress a form on the page shows right now; what nobody shows is listed on top of the page. */
const attended = createStore<ReadonlySet<string>>(new Set());

export const useAttended = attended.use;

/** What stopped a transaction whose form was gone by then, as it is with the account that began it. */
type LeftWords = { title: MessageDescriptor; words: MessageDescriptor };

const left = createStore<readonly LeftWords[]>([]);

export const useLeftWords = left.use;

export function leaveWords(words: LeftWords): void {
  left.set([...left.get(), words]);
}

export function dismissWords(dismissed: LeftWords): void {
  left.set(left.get().filter((words) => words !== dismissed));
}

type Attention = {
  /** The form shows a transaction, by its id in the journal, until it is gone or `leave` is called. */
  attend: (id: string) => void;
  leave: (id: string) => void;
  isThere: () => boolean;
};

/** By which a form says which transactions it shows. */
export function useAttention(): Attention {
  const mine = useRef(new Set<string>());
  const isThere = useRef(true);
  useEffect(() => {
    const ids = mine.current;
    isThere.current = true;
    return () => {
      isThere.current = false;
      release(ids);
    };
  }, []);
  return {
    attend: (id) => {
      if (!isThere.current) return;
      mine.current.add(id);
      attended.set(new Set([...attended.get(), id]));
    },
    leave: (id) => release(new Set([id])),
    isThere: () => isThere.current,
  };
}

function release(ids: ReadonlySet<string>): void {
  attended.set(new Set([...attended.get()].filter((id) => !ids.has(id))));
}
