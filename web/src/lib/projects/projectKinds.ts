/** The kinds of project in the order of ProjectRegistry's `Kind`. */
export const projectKinds = ["upliftment", "garden", "community", "cornerstone"] as const;
