import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [WIDTH, HEIGHT] = [640, 480];
const GREY = 128;

// Only the dApp has it among its dependencies.
const { encode } = createRequire(new URL("../../../web/package.json", import.meta.url))("uqr") as {
  encode: (text: string, options: object) => { data: boolean[][]; size: number };
};

/** Writes a film (YUV4MPEG2) in which somebody holds a code before the camera. */
export function writeFilmOf(text: string, file: string): void {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const scale = Math.floor(HEIGHT / size);
  const light = Buffer.alloc(WIDTH * HEIGHT, GREY);
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++)
      light[y * WIDTH + x] = data[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true ? 16 : 235;
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), light, colours]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, frame, frame, frame]));
}
