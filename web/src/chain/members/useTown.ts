import { useQuery } from "@tanstack/react-query";
import { useSystem } from "../useSystem.ts";
import type { Town } from "./Town.ts";
import { townsQuery } from "./townsQuery.ts";

/** A town by its id: undefined while it is read, null when there is none. */
export function useTown(id: number): Town | null | undefined {
  const { data } = useQuery(townsQuery(useSystem()));
  return data && (data.find((town) => town.id === id) ?? null);
}
