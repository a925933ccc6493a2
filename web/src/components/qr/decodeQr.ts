import { decodeQR } from "qr/decode.js";

/** The pixels of a picture, four bytes each. */
export type Pixels = Pick<ImageData, "width" | "height" | "data">;

/** A picture may take a moment; of a camera the next picture comes soon. */
const PATIENCE = { frame: 60, picture: 2_000 };

/** The text of the code in a picture; null where there is none, or none that can be read. */
export function decodeQr(pixels: Pixels, from: keyof typeof PATIENCE): string | null {
  try {
    return decodeQR(pixels, { format: "RGBA", timeLimit: PATIENCE[from] });
  } catch {
    return null; // it throws for whatever keeps it from reading
  }
}
