/**
 * The name of an enumeration's value, as the chain numbers them. A value that it does not have, or none at all, is an
 * error, and never the first name: what a page does not know it must not tell.
 */
export function decode<name extends string>(names: readonly name[], value: number | bigint | undefined): name {
  const name = names[Number(value)];
  if (name === undefined) throw new Error(`${value} is none of the numbers of ${names.join(", ")}`);
  return name;
}

/** The number by which the chain knows a name of an enumeration. */
export function encode<name extends string>(names: readonly name[], name: NoInfer<name>): number {
  return names.indexOf(name);
}
