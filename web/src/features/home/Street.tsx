const HEIGHTS = [34, 52, 44, 70, 60, 92, 80, 116, 138];
const WIDTH = 34;
const GROUND = 150;

/** A street of houses that could be a chart; it shows no figure. It stands on the white line of the sign around it. */
export function Street() {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${HEIGHTS.length * WIDTH} ${GROUND}`}
      className="block h-auto w-full"
      preserveAspectRatio="xMidYMax meet"
    >
      <circle cx="52" cy="44" r="18" fill="var(--color-sun)" />
      {HEIGHTS.map((height, i) => (
        <House key={height} x={i * WIDTH} height={height} isLast={i === HEIGHTS.length - 1} />
      ))}
    </svg>
  );
}

/** Windows are lit in every storey, two in each; the last house has a flag. */
function House({ x, height, isLast }: { x: number; height: number; isLast: boolean }) {
  const top = GROUND - height;
  const storeys = Array.from({ length: Math.max(0, Math.floor((height - 36) / 16)) }, (_, i) => top + 20 + i * 16);
  return (
    <g transform={`translate(${x} 0)`}>
      <path d={`M3 ${GROUND}V${top + 13}L17 ${top}L31 ${top + 13}V${GROUND}z`} fill="#fff" />
      <path d={`M13 ${GROUND}v-13h8v13z`} fill="var(--enamel)" />
      {storeys.map((y) => (
        <path
          key={y}
          d={`M9 ${y}h5v7H9zM20 ${y}h5v7h-5z`}
          fill="var(--color-sun)"
          stroke="var(--enamel)"
          strokeWidth="1"
        />
      ))}
      {isLast && <path d={`M17 ${top}v-10h9l-3 3 3 3h-9`} fill="var(--color-sun)" stroke="#fff" strokeWidth="1.4" />}
    </g>
  );
}
