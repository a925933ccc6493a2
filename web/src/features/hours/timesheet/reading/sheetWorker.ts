import { readSheet, type SheetAsked } from "./SheetRead.ts";

// A spreadsheet is opened in one go, which takes seconds: beside the page nobody waits for it.
addEventListener("message", ({ data: { id, asked } }: MessageEvent<{ id: number; asked: SheetAsked }>) => {
  void readSheet(asked).then(
    (read) => postMessage({ id, read }),
    () => postMessage({ id, read: null }),
  );
});
