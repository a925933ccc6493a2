import { plainText } from "../../plainText.ts";
import type { FaultKind, PlanFault } from "./Plan.ts";

/** The part of JSON Schema that our schemas use. */
export type Schema = {
  type: "object" | "array" | "string" | "integer";
  required?: readonly string[];
  additionalProperties?: false;
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  examples?: readonly string[];
  $schema?: string;
  title?: string;
  description?: string;
};

type At = readonly (string | number)[];

/** What is wrong with a value under a schema, in the order of the schema; empty when nothing is. */
export function checkSchema(value: unknown, schema: Schema, at: At = []): PlanFault[] {
  switch (schema.type) {
    case "object":
      return checkFields(value, schema, at);
    case "array":
      return checkList(value, schema, at);
    case "string":
      return checkText(value, schema, at);
    default:
      return checkWhole(value, schema, at);
  }
}

function checkFields(value: unknown, { required = [], properties = {} }: Schema, at: At): PlanFault[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [faultOf("notFields", at)];
  const fields = value as Record<string, unknown>;
  const missing = required
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => faultOf("missing", [...at, name]));
  const unknown = Object.keys(fields)
    .filter((name) => !Object.hasOwn(properties, name))
    .map((name) => faultOf("unknown", [...at, plainText(name, 40)]));
  const inside = Object.entries(properties).flatMap(([name, schema]) =>
    Object.hasOwn(fields, name) ? checkSchema(fields[name], schema, [...at, name]) : [],
  );
  return [...missing, ...unknown, ...inside];
}

function checkList(value: unknown, { items, minItems = 0, maxItems = Infinity }: Schema, at: At): PlanFault[] {
  if (!Array.isArray(value)) return [faultOf("notList", at)];
  if (value.length < minItems) return [faultOf("tooFew", at, minItems)];
  if (value.length > maxItems) return [faultOf("tooMany", at, maxItems)];
  return items === undefined ? [] : value.flatMap((item, i) => checkSchema(item, items, [...at, i + 1]));
}

function checkText(value: unknown, schema: Schema, at: At): PlanFault[] {
  const { minLength = 0, maxLength = Infinity, pattern, examples = [] } = schema;
  if (typeof value !== "string") return [faultOf("notText", at)];
  if (value.trim().length < minLength) return [faultOf("tooShort", at)];
  if (value.length > maxLength) return [faultOf("tooLong", at, maxLength)];
  const isLike = pattern === undefined || new RegExp(pattern, "u").test(value);
  return isLike ? [] : [faultOf("notLike", at, examples[0])];
}

function checkWhole(value: unknown, { minimum = -Infinity, maximum = Infinity }: Schema, at: At): PlanFault[] {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return [faultOf("notWhole", at)];
  if (value < minimum) return [faultOf("tooSmall", at, minimum)];
  return value > maximum ? [faultOf("tooLarge", at, maximum)] : [];
}

function faultOf(kind: FaultKind, at: At, wanted: string | number = ""): PlanFault {
  return { kind, at: at.join(" › "), wanted: String(wanted) };
}
