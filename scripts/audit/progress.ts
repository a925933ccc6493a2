/** Told what is being done, and which share of all is. */
export type OnProgress = (doing: string, share: number) => void;

/** Of all the time, what reading events takes, about. */
const EVENTS = 0.6;

/** Adds up what is done: the share of events that was read, and one step after the other. */
export function progressOf(onProgress: OnProgress, steps: number) {
  const done = { events: 0, steps: 0 };
  const tell = (doing: string) => onProgress(doing, EVENTS * done.events + (1 - EVENTS) * (done.steps / steps));
  return {
    swept: (share: number) => {
      done.events = share;
      tell("reading events");
    },
    step: (doing: string) => {
      done.steps++;
      tell(doing);
    },
  };
}

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
