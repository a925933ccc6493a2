import type { ButtonHTMLAttributes } from "react";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { look?: "main" | "second" | "quiet"; isBusy?: boolean };

const LOOKS = {
  main: "bg-sun text-on-sun border-sun hover:brightness-105 disabled:bg-sunken disabled:text-soft disabled:border-line aria-disabled:bg-sunken aria-disabled:text-soft aria-disabled:border-line",
  second: "bg-card text-ink border-line hover:border-ink disabled:text-soft aria-disabled:text-soft",
  quiet: "border-transparent text-link underline underline-offset-3 disabled:text-soft aria-disabled:text-soft",
};

/** A button as tall as a thumb. A busy one keeps its place, its words and the focus, and does nothing. */
export function Button({ look = "main", isBusy = false, className = "", children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy}
      className={`inline-flex min-h-12 cursor-pointer items-center justify-center gap-2 rounded-lg border-2 px-5 py-2 text-center font-semibold disabled:cursor-not-allowed aria-disabled:cursor-not-allowed ${LOOKS[look]} ${className}`}
      onClick={isBusy ? undefined : onClick}
      {...rest}
    >
      {isBusy && <Spinner />}
      {children}
    </button>
  );
}

function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-4 animate-spin rounded-full border-2 border-current border-e-transparent"
    />
  );
}
