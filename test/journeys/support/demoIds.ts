/** The sales of the demo's town, in the order in which they were agreed. */
export const sales = { bakery: 1n, workshop: 2n, laundry: 3n, dairy: 4n } as const;

/** Some of its people, each by what they are to a sale. */
export const persons = {
  /** A member, with hours to claim and shares of the bakery. */
  member: 8,
  otherMember: 12,
  /** Hands out lunch. */
  steward: 11,
  /** Residents who hold nothing of the workshop. */
  resident: 55,
  otherResident: 54,
  /** Holds shares of the workshop, whose sale runs. */
  buyer: 56,
  /** Holds shares of the laundry, whose sale failed, and has no money back yet. */
  unrefunded: 58,
  ofTheCountry: 65,
  abroad: 66,
  stranger: 67,
} as const;
