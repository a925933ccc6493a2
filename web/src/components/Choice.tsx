import { type SelectHTMLAttributes, useId } from "react";

type Props<value extends string> = Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange" | "value"> & {
  label: string;
  value: value;
  options: readonly (readonly [value: value, words: string])[];
  onChoose: (value: value) => void;
};

/** One of a few, in the browser's own list. */
export function Choice<value extends string>({ label, value, options, onChoose, ...rest }: Props<value>) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChoose(target.value as value)}
        className="bg-page border-line mt-1 block min-h-12 w-full rounded-lg border-2 px-3 text-lg"
        {...rest}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
