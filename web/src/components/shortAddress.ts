export { shortAddress } from "../lib/shortAddress.ts";
