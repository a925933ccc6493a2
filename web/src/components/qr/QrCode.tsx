import { encode } from "uqr";

type Props = { text: string; name: string; className?: string };

/** A code for cameras: black on white in every theme, with the white edge that they need, and legible with a scratch. */
export function QrCode({ text, name, className = "max-w-72 print:max-w-[105mm]" }: Props) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join("");
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={`mx-auto w-full ${className}`}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
