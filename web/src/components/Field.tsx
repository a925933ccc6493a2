import { type InputHTMLAttributes, type ReactNode, useId } from "react";

type Props = InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  hint?: string;
  problem?: string | null;
  /** Buttons beside the field. */
  beside?: ReactNode;
};

/** A field with its name, a hint, and what is wrong with what stands in it. */
export function Field({ label, hint, problem, beside, className = "", ...rest }: Props) {
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
      <div className="mt-1 flex flex-wrap gap-2">
        <input
          id={id}
          aria-describedby={notes.filter((note) => note !== null).join(" ") || undefined}
          aria-invalid={problem != null}
          autoComplete="off"
          className={`bg-page figures block min-h-12 w-full min-w-16 flex-1 rounded-lg border-2 px-3 text-lg ${problem == null ? "border-line" : "border-bad"}`}
          {...rest}
        />
        {beside}
      </div>
      {problem != null && (
        <p id={`${id}-problem`} role="alert" className="text-bad mt-1 text-sm font-medium">
          {problem}
        </p>
      )}
    </div>
  );
}
