// @ts-check

const WIDTH = 100;

/**
 * What `--help` prints: what a command does, its options, examples, and its exit codes.
 * @param {import("./Command.ts").Command} command
 */
export function helpOf({ does, options, operands, verbs, examples, codes }) {
  const named = Object.entries(options).map(([name, option]) => ({
    left: option.type === "string" ? `--${name} ${option.value}` : `--${name}`,
    right: option.says,
  }));
  const bare = operands === undefined ? [] : [{ left: operands.value, right: operands.says }];
  const groups = Object.entries(verbs ?? {}).map(([left, all]) => ({ left, right: all.join(", ") }));
  return [
    ...wrap(does, WIDTH),
    "",
    ...(groups.length === 0 ? [] : [...inColumns(groups), ""]),
    ...inColumns([...bare, ...named, { left: "--help", right: "this text" }]),
    "",
    "Examples:",
    ...Object.entries(examples).flatMap(([line, says]) => [`  ${line}`, `      ${says}`]),
    "",
    "Exit code:",
    ...inColumns(Object.entries(codes).map(([left, right]) => ({ left, right }))),
  ].join("\n");
}

/** @param {readonly { left: string, right: string }[]} rows */
function inColumns(rows) {
  const widest = Math.max(...rows.map(({ left }) => left.length));
  const margin = " ".repeat(widest + 4);
  return rows.flatMap(({ left, right }) =>
    wrap(right, WIDTH - margin.length).map((line, i) =>
      i === 0 ? `  ${left.padEnd(widest)}  ${line}` : margin + line,
    ),
  );
}

/**
 * @param {string} text
 * @param {number} width
 */
function wrap(text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trimStart();
    if (longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
