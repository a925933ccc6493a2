/** So many projects are read at once, the newest first: each member may propose as many as they like. */
export const PROJECTS_A_PAGE = 12;

/** The numbers of the page of projects that comes before a number. */
export function pageBefore(end: number, page = PROJECTS_A_PAGE): number[] {
  const from = Math.max(1, end - page);
  return Array.from({ length: end - from }, (_, i) => from + i);
}

/** The number of a project in its town. */
export function numberOf(project: bigint): number {
  return Number(project & 0xffff_ffffn);
}
