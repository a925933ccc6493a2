/** A small enamel plate with a number, as beside a door. */
export function HouseNumber({ number }: { number: number }) {
  return (
    <span
      aria-hidden="true"
      className="bg-enamel font-sign text-on-enamel inline-flex size-11 shrink-0 items-center justify-center rounded-md text-xl font-bold outline-2 -outline-offset-4 outline-white/90"
    >
      {number}
    </span>
  );
}
