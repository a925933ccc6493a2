import { type Declarations, type Value, valueOf } from "./evaluate.ts";
import type { Contract, Declared, Enumeration, Sources, Variable } from "./syntax.ts";

/** A name in Solidity and what it stands for, with what is said of it there. */
type Constant = { name: string; value: Value; says: string };
type Names = { name: string; members: readonly string[]; says: string };

export type Rules = {
  /** By contract; those without constants are not there. */
  constants: ReadonlyMap<string, readonly Constant[]>;
  enumerations: readonly Names[];
};

/**
 * The constants and enumerations that some files declare, from all that the compiler said in one go: constants may stand
 * on others' anywhere.
 */
export function readRules(sources: Sources, files: readonly string[]): Rules {
  const everywhere = Object.values(sources).flatMap(({ ast }) => ast.nodes.flatMap(withInner));
  const declarations = new Map(everywhere.filter(isConstant).map((variable) => [variable.id, variable]));
  const own = files.flatMap((file) => sources[file]?.ast.nodes ?? []);
  const homeless = own.find(isConstant);
  if (homeless !== undefined) throw new Error(`The constant ${homeless.name} stands outside of every contract`);

  const contracts = own.filter(isContract).map((contract) => [contract.name, constantsOf(contract, declarations)]);
  return {
    constants: new Map((contracts as [string, Constant[]][]).filter(([, constants]) => constants.length > 0)),
    enumerations: own.flatMap(withInner).filter(isEnumeration).map(namesOf),
  };
}

function constantsOf({ name: contract, nodes }: Contract, declarations: Declarations): Constant[] {
  return nodes.filter(isConstant).map((variable) => {
    const { name, documentation } = variable;
    try {
      return { name: withoutUnderscore(name), value: valueOf(variable, declarations), says: wordsOf(documentation) };
    } catch (error) {
      throw new Error(`${contract}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  });
}

function namesOf({ name, members, documentation }: Enumeration): Names {
  return {
    name,
    members: members.map((member) => member.name.charAt(0).toLowerCase() + member.name.slice(1)),
    says: wordsOf(documentation),
  };
}

/** Solidity marks with it what other contracts do not see; as a rule it concerns everybody. */
function withoutUnderscore(name: string): string {
  return name.replace(/^_/, "");
}

function wordsOf(documentation: { text: string } | undefined): string {
  return (documentation?.text ?? "")
    .replace(/@(notice|dev)\s+/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function withInner(declared: Declared): Declared[] {
  return isContract(declared) ? [declared, ...declared.nodes] : [declared];
}

function isContract(declared: Declared): declared is Contract {
  return declared.nodeType === "ContractDefinition";
}

function isConstant(declared: Declared): declared is Variable {
  return declared.nodeType === "VariableDeclaration" && declared.constant;
}

function isEnumeration(declared: Declared): declared is Enumeration {
  return declared.nodeType === "EnumDefinition";
}
