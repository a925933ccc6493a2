/** The fields of work that the source documents name: the newest has eighteen, the oldest four more. */
export const sectors = [
  "arts",
  "culture",
  "agriculture",
  "construction",
  "buildingMaterials",
  "technology",
  "pharmaceuticals",
  "healthcare",
  "sport",
  "manufacturing",
  "foodProcessing",
  "roadworks",
  "emergencyServices",
  "automotive",
  "aerospace",
  "military",
  "music",
  "film",
  "tourism",
  "education",
  "engineering",
  "forestry",
] as const;

export type Sector = (typeof sectors)[number];
