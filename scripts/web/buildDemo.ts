// Builds the dApp with the demo wallet, in a process of its own: `npm start` plays the demo's history meanwhile.
import { buildWeb } from "./buildWeb.ts";

await buildWeb("demo");
