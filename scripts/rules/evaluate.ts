import { hexToBigInt, type Hex, keccak256, numberToHex, padHex, size, slice, stringToHex, toBytes } from "viem";
import type { Expression, Variable } from "./syntax.ts";

/** A whole number, fixed bytes, or text. */
export type Value = bigint | { hex: Hex } | string;

/** Every constant that the compiler saw, by the id that it gave its declaration. */
export type Declarations = ReadonlyMap<number, Variable>;

/** The value of a constant, as the chain has it; an expression that is not understood here is an error that names it. */
export function valueOf({ name, typeDescriptions, value }: Variable, declarations: Declarations): Value {
  try {
    return convert(evaluate(value, declarations), typeDescriptions.typeString);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${name} cannot be evaluated: ${why}`, { cause: error });
  }
}

function evaluate(expression: Expression, declarations: Declarations): Value {
  const { nodeType, kind, typeDescriptions, referencedDeclaration = 0 } = expression;
  const told = rationalOf(expression);
  if (told !== undefined) return told;

  const named = declarations.get(referencedDeclaration);
  if (named !== undefined) return valueOf(named, declarations);
  const inner = (part: Expression | undefined): Value => evaluate(part ?? refuse(expression), declarations);
  const whole = (part: Expression | undefined): bigint => wholeNumber(inner(part));

  if (nodeType === "TupleExpression") return inner(expression.components?.[0]);
  if (nodeType === "Literal" && kind === "string") return expression.value ?? "";
  if (nodeType === "Literal" && kind === "hexString") return { hex: `0x${expression.hexValue ?? ""}` };
  if (nodeType === "UnaryOperation") return unary(expression, whole(expression.subExpression));
  if (nodeType === "BinaryOperation")
    return binary(expression, whole(expression.leftExpression), whole(expression.rightExpression));
  if (nodeType === "FunctionCall" && kind === "typeConversion")
    return convert(inner(expression.arguments?.[0]), typeDescriptions.typeString);
  if (nodeType === "FunctionCall" && expression.expression?.name === "keccak256")
    return { hex: hashOf(inner(expression.arguments?.[0])) };
  if (nodeType === "MemberAccess" && expression.expression?.expression?.name === "type") return limitOf(expression);
  return refuse(expression);
}

/** Of literals, and of what is made of nothing else, the compiler tells the value itself: it is part of the type's id. */
function rationalOf({ typeDescriptions }: Expression): bigint | undefined {
  const [, minus, numerator, denominator] =
    /^t_rational_(minus_)?(\d+)_by_(\d+)$/.exec(typeDescriptions.typeIdentifier) ?? [];
  if (numerator === undefined || denominator !== "1") return undefined;
  return minus === undefined ? BigInt(numerator) : -BigInt(numerator);
}

function unary(expression: Expression, value: bigint): bigint {
  const { operator, typeDescriptions } = expression;
  if (operator === "-") return within(-value, typeDescriptions.typeString);
  return operator === "~" ? cut(~value, typeDescriptions.typeString) : refuse(expression);
}

/** Arithmetic is checked, as it is on the chain; shifts are cut. */
function binary(expression: Expression, a: bigint, b: bigint): bigint {
  const type = expression.typeDescriptions.typeString;
  switch (expression.operator) {
    case "+":
      return within(a + b, type);
    case "-":
      return within(a - b, type);
    case "*":
      return within(a * b, type);
    case "**":
      return within(a ** b, type);
    case "/":
      return a / b;
    case "%":
      return a % b;
    case "<<":
      return cut(a << b, type);
    case ">>":
      return a >> b;
    case "&":
      return a & b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    default:
      return refuse(expression);
  }
}

/** `type(uint96).max` and its like. */
function limitOf(expression: Expression): bigint {
  const ofType = expression.typeDescriptions.typeString;
  if (expression.memberName === "max") return limitsOf(ofType).most;
  return expression.memberName === "min" ? limitsOf(ofType).least : refuse(expression);
}

function hashOf(value: Value): Hex {
  if (typeof value === "bigint") throw new Error("A number has no hash");
  return keccak256(typeof value === "string" ? toBytes(value) : value.hex);
}

/** As an explicit conversion does it: numbers lose their upper bits, bytes their last. */
function convert(value: Value, type: string): Value {
  if (type === "string" && typeof value === "string") return value;
  const [, bytes] = /^bytes(\d+)$/.exec(type) ?? [];
  if (bytes === undefined) return cut(wholeNumber(value), type);

  const wanted = Number(bytes);
  if (typeof value === "bigint") return { hex: numberToHex(value, { size: wanted }) };
  const hex = typeof value === "string" ? stringToHex(value) : value.hex;
  return { hex: size(hex) > wanted ? slice(hex, 0, wanted) : padHex(hex, { size: wanted, dir: "right" }) };
}

function wholeNumber(value: Value): bigint {
  if (typeof value === "string") throw new Error(`"${value}" is no number`);
  return typeof value === "bigint" ? value : hexToBigInt(value.hex);
}

function within(value: bigint, type: string): bigint {
  const { least, most } = limitsOf(type);
  if (value < least || value > most) throw new Error(`${value} does not fit ${type}`);
  return value;
}

function cut(value: bigint, type: string): bigint {
  const { bits, isSigned } = integer(type);
  return isSigned ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

function limitsOf(type: string): { least: bigint; most: bigint } {
  const { bits, isSigned } = integer(type);
  const half = 2n ** BigInt(bits - 1);
  return isSigned ? { least: -half, most: half - 1n } : { least: 0n, most: 2n * half - 1n };
}

function integer(type: string): { bits: number; isSigned: boolean } {
  const [, unsigned, bits] = /^(u?)int(\d+)$/.exec(type) ?? [];
  if (bits === undefined) throw new Error(`${type} is no integer`);
  return { bits: Number(bits), isSigned: unsigned === "" };
}

function refuse({ nodeType, operator, memberName, name }: Expression): never {
  throw new Error([nodeType, operator ?? memberName ?? name].filter((part) => part !== undefined).join(" "));
}
