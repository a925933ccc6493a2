import type { Asked, Told } from "./CheckMessages.ts";
// oxlint-disable-next-line import/default -- the build makes a file of its own of it, and says its address
import workerUrl from "./checkWorker.ts?worker&url";

type Listener = {
  tell: (told: Told) => void;
  /** Called when the browser refuses workers, so that the page has to do the sums itself. */
  onRefused: () => void;
};

/** Starts what checks the books beside the page, so that the page does not stand still; in the page where it cannot. */
export function openCheck(check: Asked, listener: Listener): { ask: (asked: Asked) => void; close: () => void } {
  let port: MessagePort | undefined;
  let hasHeard = false;
  const listen = ({ data }: MessageEvent<Told>) => {
    hasHeard = true;
    listener.tell(data);
  };
  const begin = (target: (far: MessagePort) => void) => {
    port = connect(target, listen);
    port.postMessage(check);
  };
  const beginHere = () => {
    listener.onRefused();
    import(/* @vite-ignore */ workerUrl).then(
      () => begin((far) => window.postMessage(null, "/", [far])),
      () => listener.tell({ kind: "failed", obstacle: "unreachable" }),
    );
  };

  const worker = startWorker();
  if (worker === null) beginHere();
  else {
    // Some browsers say only now that they refuse it.
    worker.addEventListener("error", () => !hasHeard && beginHere());
    begin((far) => worker.postMessage(null, [far]));
  }
  return { ask: (asked) => port?.postMessage(asked), close: () => (worker?.terminate(), port?.close()) };
}

function connect(target: (far: MessagePort) => void, listen: (message: MessageEvent<Told>) => void): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", listen);
  port1.start();
  target(port2);
  return port1;
}

function startWorker(): Worker | null {
  try {
    return new Worker(workerUrl, { type: "module" });
  } catch {
    return null;
  }
}
