/** Who lives in the demo: `members` of the town in the order of their numbers, then residents, then others. */
const FIRST_NAMES = [
  ...["Thandi", "Pieter", "Nomsa", "Amina", "Ben", "Carla", "David", "Esther", "Fikile", "Grace", "Hendrik", "Ines"],
  ...[
    "Jabu",
    "Karin",
    "Lerato",
    "Mandla",
    "Naledi",
    "Oliver",
    "Palesa",
    "Quinton",
    "Rashid",
    "Sipho",
    "Tumi",
    "Ulrike",
  ],
  ...["Vusi", "Willem", "Xolani", "Yusuf", "Zanele", "Anna", "Bongani", "Cebile", "Dumisani", "Elna", "Farai", "Gugu"],
  ...["Hlengiwe", "Isaac", "Johanna", "Kagiso", "Lindiwe", "Musa", "Nandi", "Otto", "Precious", "Refilwe", "Sarel"],
  ...[
    "Themba",
    "Unathi",
    "Vera",
    "Wandile",
    "Yolanda",
    "Zodwa",
    "Andile",
    "Busi",
    "Christo",
    "Dineo",
    "Emma",
    "Frikkie",
  ],
  ...["Gcina", "Hannah", "Imraan", "Jana", "Khanyi"],
];

const MEMBERS = 54;
const RESIDENTS = FIRST_NAMES.length - MEMBERS;

type Inhabitant = { name: string; kind: "member" | "resident" | "country" | "world" | "stranger" };

// 0 Thandi is the Town Ambassador, 1 Pieter the coordinator, 2 Nomsa the registrar, 11 Ines the steward.
export const demoPeople: readonly Inhabitant[] = [
  ...FIRST_NAMES.map((name, i): Inhabitant => ({ name, kind: i < MEMBERS ? "member" : "resident" })),
  { name: "Dina from the next town", kind: "country" },
  { name: "Kofi from the coast", kind: "country" },
  { name: "Emil from abroad", kind: "world" },
  { name: "A stranger", kind: "stranger" },
];

export const demoCounts = { members: MEMBERS, residents: RESIDENTS };

/** Who holds an office above the towns, by the name of their account. */
export const demoOfficials = [
  { account: "headOffice", name: "Head office" },
  { account: "countryAmbassador", name: "Ambassador of South Africa" },
] as const;
