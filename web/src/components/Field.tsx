import { type InputHTMLAttributes, useId } from "react";

type Props = InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string; problem?: string | null };

/** A field with its name, a hint, and what is wrong with what stands in it. */
export function Field({ label, hint, problem, className = "", ...rest }: Props) {
  const id = useId();
  const notes = [hint === undefined ? null : `${id}-hint`, problem == null ? null : `${id}-problem`];
  return (
    <div className={className}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-soft text-sm">
          {hint}
        </p>
      )}
      <input
        id={id}
        aria-describedby={notes.filter((note) => note !== null).join(" ") || undefined}
        aria-invalid={problem != null}
        autoComplete="off"
        className={`bg-page figures mt-1 block min-h-12 w-full rounded-lg border-2 px-3 text-lg ${problem == null ? "border-line" : "border-bad"}`}
        {...rest}
      />
      {problem != null && (
        <p id={`${id}-problem`} role="alert" className="text-bad mt-1 text-sm font-medium">
          {problem}
        </p>
      )}
    </div>
  );
}
