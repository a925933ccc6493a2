import { type QrContent, writeQr } from "@one-small-town/core/qr/QrContent.ts";
import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { decodeQr, type Pixels } from "./decodeQr.ts";

const redemption: QrContent<"redemption"> = {
  kind: "redemption",
  chainId: 8453,
  benefit: 4,
  weekIndex: 2981,
  number: 417,
  cumulativeUnits: 2,
  signature: `0x${"3c9d".repeat(32)}1b`,
};

/** A code as QrCode draws it, each of its squares so many pixels wide. */
function drawn(text: string, scale: number): Pixels {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const width = size * scale;
  const pixels = new Uint8ClampedArray(4 * width * width);
  for (let at = 0; at < width * width; at++) {
    const [x, y] = [Math.floor((at % width) / scale), Math.floor(at / width / scale)];
    pixels.set(data[y]?.[x] === true ? [0, 0, 0, 255] : [255, 255, 255, 255], 4 * at);
  }
  return { width, height: width, data: pixels };
}

/** Grey light over a picture, darker to one side, with a little noise that is always the same. */
function badlyLit({ width, height, data }: Pixels): Pixels {
  const pixels = data.map((value, i) => {
    if (i % 4 === 3) return value;
    const x = ((i >> 2) % width) / width;
    return 40 + value * (0.35 + 0.4 * x) + ((i * 2_654_435_761) % 23);
  });
  return { width, height, data: pixels };
}

/** A picture held the other way round. */
function upsideDown({ width, height, data }: Pixels): Pixels {
  const pixels = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) pixels.set(data.slice(at, at + 4), data.length - 4 - at);
  return { width, height, data: pixels };
}

describe("decodeQr", () => {
  const text = writeQr(redemption);

  it.each([3, 5, 8])("reads what is drawn, %d pixels a square", (scale) => {
    expect(decodeQr(drawn(text, scale), "picture")).toBe(text);
  });

  it("reads a code in bad light, and upside down", () => {
    expect(decodeQr(badlyLit(drawn(text, 5)), "picture")).toBe(text);
    expect(decodeQr(upsideDown(drawn(text, 5)), "picture")).toBe(text);
  });

  it("reads what a wallet of several keys has signed", () => {
    const long = writeQr({ ...redemption, signature: `0x${"5e".repeat(700)}` });
    expect(decodeQr(drawn(long, 4), "picture")).toBe(long);
  });

  it("reads a link too, so that whoever reads it can say that it is not ours", () => {
    expect(decodeQr(drawn("https://example.org/é", 4), "picture")).toBe("https://example.org/é");
  });

  it("reads nothing where there is nothing", () => {
    const blank = { width: 64, height: 64, data: new Uint8ClampedArray(4 * 64 * 64).fill(255) };
    expect(decodeQr(blank, "frame")).toBeNull();
  });
});
