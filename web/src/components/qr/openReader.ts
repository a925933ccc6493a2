import type { Pixels } from "./decodeQr.ts";

/** Reads the code in what a camera sees, or in a picture; null where there is none. */
export type Reader = (source: HTMLVideoElement | ImageBitmap) => Promise<string | null>;

/** What some browsers bring along (Shape Detection API). */
type Detector = { detect: (source: ImageBitmapSource) => Promise<{ rawValue: string }[]> };
type Detectors = { new (wish: { formats: string[] }): Detector; getSupportedFormats: () => Promise<string[]> };

/** A code fills a good part of what is held before a camera: more than this makes it no easier to read. */
const MOST_PIXELS = { frame: 900, picture: 2_000 };

/** The browser's own reader where it has one that works; else ours, which comes when it is needed. */
export async function openReader(): Promise<Reader> {
  let detector = await nativeDetector();
  return async (source) => {
    try {
      if (detector !== null) return (await detector.detect(source))[0]?.rawValue ?? null;
    } catch {
      detector = null; // phones exist whose own reader is there, and never works
    }
    const { decodeQr } = await import("./decodeQr.ts");
    const from = source instanceof HTMLVideoElement ? "frame" : "picture";
    return decodeQr(pixelsOf(source, MOST_PIXELS[from]), from);
  };
}

async function nativeDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: Detectors };
  try {
    const formats = (await BarcodeDetector?.getSupportedFormats()) ?? [];
    return BarcodeDetector !== undefined && formats.includes("qr_code")
      ? new BarcodeDetector({ formats: ["qr_code"] })
      : null;
  } catch {
    return null;
  }
}

function pixelsOf(source: HTMLVideoElement | ImageBitmap, most: number): Pixels {
  const [wide, high] =
    source instanceof HTMLVideoElement ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
  const scale = Math.min(1, most / Math.max(wide, high, 1));
  const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("This browser draws no pictures");
  context.fillStyle = "#fff"; // a drawn code may stand on nothing
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
