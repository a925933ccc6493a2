import { countryName } from "../../content/format.ts";

/** Every country that has a name, by its ISO 3166-1 number, in the order of the alphabet. */
export function countries(): { code: number; name: string }[] {
  const all = Array.from({ length: 899 }, (_, i) => ({ code: i + 1, name: countryName(i + 1) }));
  return all.filter(({ name }) => !/^\d+$|^ZZ$/.test(name)).sort((one, other) => one.name.localeCompare(other.name));
}
