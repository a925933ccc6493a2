// A rule of our own for oxlint: the properties of an object are written out. In what is spread, the compiler does not
// look for misspelt names, so `{ ...{ arg: [] } }` would pass where `args` is meant. Lists keep that check.

/** As much of a syntax node as the rule looks at. */
type Node = { type: string; expression?: Node; argument?: Node };

type Context = { report: (problem: { node: Node; message: string }) => void };

const WRAPPERS = ["ParenthesizedExpression", "TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"];

const noLiteralSpread = {
  create(context: Context) {
    function check(node: Node): void {
      if (isLiteral(node.argument)) context.report({ node, message: "Write the properties out." });
    }

    return { SpreadElement: check, JSXSpreadAttribute: check };
  },
};

function isLiteral(node: Node | undefined): boolean {
  if (node === undefined) return false;
  return node.type === "ObjectExpression" || (WRAPPERS.includes(node.type) && isLiteral(node.expression));
}

export default { meta: { name: "plain-objects" }, rules: { "no-literal-spread": noLiteralSpread } };
