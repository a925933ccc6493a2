/** Something that is like the original, but for some of its properties. */
export function like<T extends object>(original: T, changes: object): T {
  const get = (_: T, key: PropertyKey): unknown => {
    const value: unknown = Reflect.get(key in changes ? changes : original, key);
    return typeof value === "function" ? value.bind(original) : value;
  };
  return new Proxy(original, { get });
}
