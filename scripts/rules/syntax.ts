// The compiler's syntax tree, as far as rules are read from it.

type Type = { typeIdentifier: string; typeString: string };

export type Expression = {
  nodeType: string;
  typeDescriptions: Type;
  kind?: string;
  name?: string;
  value?: string;
  hexValue?: string;
  operator?: string;
  memberName?: string;
  referencedDeclaration?: number;
  leftExpression?: Expression;
  rightExpression?: Expression;
  subExpression?: Expression;
  components?: Expression[];
  expression?: Expression;
  arguments?: Expression[];
};

export type Variable = {
  nodeType: "VariableDeclaration";
  id: number;
  name: string;
  constant: boolean;
  typeDescriptions: Type;
  value: Expression;
  documentation?: { text: string };
};

export type Enumeration = {
  nodeType: "EnumDefinition";
  name: string;
  members: { name: string }[];
  documentation?: { text: string };
};

export type Contract = {
  nodeType: "ContractDefinition";
  name: string;
  nodes: Declared[];
};

/** What a file or a contract declares, as far as it is read here. */
export type Declared = Contract | Variable | Enumeration;

/** What the compiler says of each file, by the name it knows the file by. */
export type Sources = Record<string, { ast: { nodes: Declared[] } }>;
