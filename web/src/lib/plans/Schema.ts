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
