import { digitsOf } from "../hex.ts";
import { keccak256 } from "./keccak256.ts";
import type { Param } from "./words.ts";

/** A view of a contract, as it is called and answers. */
export type View = { name: string; selector: string; inputs: readonly Param[]; outputs: readonly Param[] };

/**
 * A view by its signature and what it answers, such as `townOf(uint32)((address currency,uint16 country))`. A line where
 * an ABI takes twenty: pages load these.
 */
export function viewOf(text: string): View {
  const [, name, inputs, outputs] = /^(\w+)\((.*?)\)\((.*)\)$/.exec(text) ?? [];
  if (name === undefined || inputs === undefined || outputs === undefined) throw new Error(`${text} is no view`);
  const params = paramsIn(inputs);
  return {
    name,
    selector: hashOfText(name + typeOf(params)).slice(0, 8),
    inputs: params,
    outputs: paramsIn(outputs),
  };
}

/** The hash of a signature: an event's name among topics; a function's are the first eight digits. */
export function hashOfText(text: string): string {
  return digitsOf(keccak256(new TextEncoder().encode(text)));
}

/** Types as a signature has them, such as `(uint32,(address,bool)[])`. */
export function typeOf(params: readonly Param[]): string {
  const types = params.map(({ type, components = [] }) => type.replace("tuple", () => typeOf(components)));
  return `(${types.join(",")})`;
}

/** An event by its declaration, such as `MemberLeft(uint32 indexed town,address wallet)`. */
export function eventOf(text: string) {
  const name = /^\w+/.exec(text)?.[0] ?? "";
  return { type: "event" as const, name, inputs: paramsIn(text.slice(name.length + 1, -1)) };
}

function paramsIn(text: string): Param[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (const [i, sign] of Array.from(`${text},`).entries()) {
    if (sign === "(") depth++;
    if (sign === ")") depth--;
    if (sign !== "," || depth > 0) continue;
    if (i > from) parts.push(text.slice(from, i));
    from = i + 1;
  }
  return parts.map(paramIn);
}

function paramIn(text: string): Param {
  const [, inner, rest = ""] = /^\((.*)\)([^)]*)$/.exec(text) ?? [];
  const [type = "", ...names] = (inner === undefined ? text : rest).split(" ");
  const param = { name: names.at(-1) ?? "", indexed: names.length > 1 };
  return inner === undefined ? { type, ...param } : { type: `tuple${type}`, components: paramsIn(inner), ...param };
}
