import type { OnProgress } from "./progressOf.ts";

/** Elsewhere than on a terminal, each so many per cent a line. */
const STEP = 10;

/** Tells how far the work is: on a terminal in one line that changes, elsewhere in a line now and then. */
export function showProgress(out: NodeJS.WriteStream): { onProgress: OnProgress; end: () => void } {
  let told = -STEP;
  return {
    onProgress(doing, share) {
      const percent = Math.floor(share * 100);
      if (out.isTTY) out.write(`\r\x1b[K${percent} %, ${doing} …`);
      else if (percent >= told + STEP) {
        told = percent;
        out.write(`${percent} %, ${doing} …\n`);
      }
    },
    end: () => void (out.isTTY && out.write("\r\x1b[K")),
  };
}
