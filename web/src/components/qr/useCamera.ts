import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { openReader } from "./openReader.ts";

/** `refused` by the person or the browser, `absent`: no camera; `busy`: another program has it; `broken`: all else. */
export type CameraState = "asking" | "seeing" | "refused" | "absent" | "busy" | "broken";

/** Pictures a second are enough at a few, and leave a phone cool. */
const PAUSE = 150;

const BACK_CAMERA = { video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } } };

/** Shows in a video what the camera sees, and tells each text that it reads there, until the video is gone. */
export function useCamera(onText: (text: string) => void): {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraState;
} {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>("asking");
  const tell = useEffectEvent(onText);
  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const say = (now: CameraState) => signal.aborted || setState(now);
    if (video.current !== null) {
      watch(video.current, { signal, tell, onSeeing: () => say("seeing") }).catch((error: unknown) =>
        say(stateOf(error)),
      );
    }
    return () => end.abort();
  }, []);
  return { video, state };
}

type Watching = { signal: AbortSignal; tell: (text: string) => void; onSeeing: () => void };

async function watch(video: HTMLVideoElement, { signal, tell, onSeeing }: Watching): Promise<void> {
  // Pages that did not come over an encrypted connection are told of no cameras at all.
  if (!("mediaDevices" in navigator)) throw new DOMException("No camera", "NotFoundError");
  const stream = await navigator.mediaDevices.getUserMedia(BACK_CAMERA);
  const tracks = stream.getTracks();
  try {
    signal.throwIfAborted();
    video.srcObject = stream;
    const [read] = await Promise.all([openReader(), video.play()]);
    onSeeing();
    while (!signal.aborted) {
      if (tracks.every(({ readyState }) => readyState === "ended")) throw new DOMException("Gone", "NotReadableError");
      const text = video.videoWidth > 0 ? await read(video) : null;
      if (text !== null && !signal.aborted) tell(text);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  } finally {
    tracks.forEach((track) => track.stop());
    video.srcObject = null;
  }
}

function stateOf(error: unknown): CameraState {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "absent";
  return name === "NotReadableError" ? "busy" : "broken";
}
