import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode };

/**
 * A sheet over the page, from below on a phone. The browser's own dialog: Escape closes it, Tab stays inside. A click
 * beside it does for a pointer what Escape does for keys.
 */
export function Sheet({ title, isOpen, onClose, children }: Props) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  useLayoutEffect(() => {
    const shown = dialog.current;
    return () => giveFocusBack(shown);
  }, []);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      aria-label={title}
      className="bg-card text-ink mx-auto mt-auto mb-0 max-h-[90dvh] w-full max-w-lg rounded-t-2xl p-0 sm:mb-auto sm:rounded-2xl"
    >
      <div className="p-5 sm:p-6">
        <div className="mb-4 flex items-center justify-between gap-4">
          <h2>{title}</h2>
          <button
            type="button"
            onClick={onClose}
            aria-label={say(commonWords.close)}
            className="border-line hover:border-ink size-11 cursor-pointer rounded-full border-2 text-lg"
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
        {isOpen && children}
      </div>
    </dialog>
  );
}

/** A dialog that only vanishes loses the focus; closed, it hands it back. Where that place is gone, the page gets it. */
function giveFocusBack(dialog: HTMLDialogElement | null): void {
  dialog?.close();
  queueMicrotask(() => {
    if (document.activeElement === document.body) document.getElementById("main")?.focus({ preventScroll: true });
  });
}
