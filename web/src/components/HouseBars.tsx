type HouseBar = { key: number; above: number; below?: number };
type Props = {
  /** From the oldest to the newest; null is an empty plot. */
  bars: readonly (HouseBar | null)[];
  selected: number | null;
  onSelect: (key: number) => void;
};

/** Fewer houses than this look lost on a wide street, and more than twice as many are too thin to read. */
const PLOTS = 12;

const WIDTH = 24;
const STREET = 150;
const ROOF = 12;
const TALLEST = 142;
const DEEPEST = 38;

/**
 * A street as a chart: each house is as tall as its figure, and below the street hangs a second one. Only for eyes and
 * pointers; whoever uses it says the same in words or a table.
 */
export function HouseBars({ bars, selected, onSelect }: Props) {
  const most = (part: "above" | "below") => Math.max(1, ...bars.map((bar) => bar?.[part] ?? 0));
  const scale = { above: TALLEST / most("above"), below: DEEPEST / most("below") };
  const hasBelow = bars.some((bar) => bar?.below !== undefined);
  const height = hasBelow ? STREET + DEEPEST + 8 : STREET + 4;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${bars.length * WIDTH} ${height}`}
      preserveAspectRatio="none"
      className={`w-full rtl:-scale-x-100 ${hasBelow ? "h-56" : "h-36"}`}
    >
      {bars.map((bar, i) => (
        <g key={bar?.key ?? `empty ${i}`} transform={`translate(${i * WIDTH} 0)`}>
          {bar === null ? <Plot /> : <House bar={bar} scale={scale} isSelected={bar.key === selected} />}
          {bar !== null && (
            <rect
              className="cursor-pointer"
              width={WIDTH}
              height={height}
              fill="transparent"
              onPointerEnter={() => onSelect(bar.key)}
              onClick={() => onSelect(bar.key)}
            />
          )}
        </g>
      ))}
      <rect y={STREET} width={bars.length * WIDTH} height="3" fill="var(--ink)" />
    </svg>
  );
}

/** A house for each figure, of many only for the newest, and empty plots beside few. */
export function streetOf(figures: readonly bigint[]): (HouseBar | null)[] {
  const houses = figures.map((figure, key) => ({ key, above: Number(figure) })).slice(-2 * PLOTS);
  return [...houses, ...Array.from({ length: Math.max(0, PLOTS - houses.length) }, () => null)];
}

type HouseProps = { bar: HouseBar; scale: { above: number; below: number }; isSelected: boolean };

function House({ bar, scale, isSelected }: HouseProps) {
  const tall = Math.max(bar.above > 0 ? 3 : 0, bar.above * scale.above);
  const roof = Math.min(ROOF, tall / 2);
  const top = STREET - tall;
  return (
    <>
      {bar.above > 0 && (
        <path
          d={`M3 ${STREET}V${top + roof}L12 ${top}L21 ${top + roof}V${STREET}z`}
          fill={isSelected ? "var(--enamel-strong)" : "var(--link)"}
          opacity={isSelected ? 1 : 0.85}
        />
      )}
      {isSelected && tall > 30 && <path d={`M9 ${STREET}v-14h6v14z`} fill="var(--color-sun)" />}
      {bar.below !== undefined && (
        <rect
          x="3"
          y={STREET + 6}
          width="18"
          height={bar.below * scale.below}
          fill="var(--local)"
          opacity={isSelected ? 1 : 0.75}
        />
      )}
    </>
  );
}

/** Nobody has built here: a week without a figure. */
function Plot() {
  return <path d={`M5 ${STREET}v-5M19 ${STREET}v-5`} stroke="var(--line)" strokeWidth="2" />;
}
