/** An option of a command, as `parseArgs` of node:util wants it, and what the help says of it. */
type Option =
  | { type: "boolean"; says: string }
  /** `value` is how the help calls what is to stand after it. */
  | { type: "string"; multiple?: boolean; value: string; says: string };

/** What one of the npm scripts takes: plain data, because it is read before anything is installed. */
export type Command = {
  /** As people write it. */
  name: string;
  does: string;
  options: Readonly<Record<string, Option>>;
  /** What stands there without the name of an option: how the help calls it, and the fewest that are needed. */
  operands?: { value: string; says: string; least: number };
  /** What there is to do, in groups, where the first operand says which: each has options and help of its own. */
  verbs?: Readonly<Record<string, readonly string[]>>;
  /** What somebody may write, and what it is for. */
  examples: Readonly<Record<string, string>>;
  /** What each exit code says. */
  codes: Readonly<Record<number, string>>;
  /** Whether the contracts are compiled first: showing what the compiler says of them, or only that it takes a while. */
  compiles?: "openly" | "quietly";
};

type ValueOf<O extends Option> = O extends { type: "boolean" }
  ? boolean
  : O extends { multiple: true }
    ? string[]
    : string;

/** What the options of a command were given; absent where nobody gave one. */
export type ValuesOf<C extends Command> = { readonly [Name in keyof C["options"]]?: ValueOf<C["options"][Name]> };
