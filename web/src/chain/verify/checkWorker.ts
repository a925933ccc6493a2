import { serveCheck } from "./serveCheck.ts";

// A worker is told by its page alone. Where a browser refuses workers, the page loads this file itself, and tells it in
// the same way; another window may not.
addEventListener("message", ({ ports: [port], source }) => {
  if (port !== undefined && (source === null || source === self)) serveCheck(port);
});
