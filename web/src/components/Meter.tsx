import type { ReactNode } from "react";

type MeterPart = { name: string; value: number; color: string; figure: string };
type Props = {
  label: string;
  parts: readonly MeterPart[];
  total: number;
  marks?: readonly { at: number; name: string }[];
  children?: ReactNode;
};

/** A bar of parts of a whole with what each part is in words below; marks show points to reach. */
export function Meter({ label, parts, total, marks = [] }: Props) {
  const percent = (value: number) => `${total === 0 ? 0 : Math.min(100, (value / total) * 100)}%`;
  return (
    <figure className="space-y-2">
      <figcaption className="sr-only">{label}</figcaption>
      <div aria-hidden="true" className="relative pt-5">
        {marks.map(({ at, name }) => (
          <div key={name} className="absolute inset-y-0 z-10" style={{ insetInlineStart: percent(at) }}>
            <div className="border-ink h-full border-s-2" />
            <span
              className={`text-soft absolute top-0 text-xs whitespace-nowrap ${at > total / 2 ? "end-1.5" : "start-1.5"}`}
            >
              {name}
            </span>
          </div>
        ))}
        <div className="bg-sunken forced-color-adjust-none flex h-5 overflow-hidden rounded-full">
          {parts.map(({ name, value, color }) => (
            <div
              key={name}
              className="border-card border-e last:border-e-0"
              style={{ width: percent(value), background: color }}
            />
          ))}
        </div>
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {parts.map(({ name, color, figure }) => (
          <li key={name} className="flex items-center gap-2">
            <span
              aria-hidden="true"
              className="forced-color-adjust-none size-3 shrink-0 rounded-sm"
              style={{ background: color }}
            />
            <span>
              {name} <b className="figures">{figure}</b>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
