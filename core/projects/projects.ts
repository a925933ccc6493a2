import type { ProjectKind } from "../rules/enumerations.ts";

/** A project id carries its town above bit 32, and its number in the town below. */
export function projectId(town: number, number: number): bigint {
  return (BigInt(town) << 32n) | BigInt(number);
}

export function townOfProject(project: bigint): number {
  return Number(project >> 32n);
}

/** A project that has a manager, shares and a profit deed. */
export type BusinessKind = Extract<ProjectKind, "community" | "cornerstone">;

export function isBusiness(kind: ProjectKind): kind is BusinessKind {
  return kind === "community" || kind === "cornerstone";
}
