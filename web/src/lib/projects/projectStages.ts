/** The stages of a project in the order of ProjectRegistry's `Stage`. */
export const projectStages = ["none", "idea", "planned", "funding", "operating", "closed"] as const;
