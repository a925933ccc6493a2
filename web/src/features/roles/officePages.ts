import type { MessageDescriptor } from "@lingui/core";
import type { OfficeKind } from "../../chain/roles/officesQuery.ts";
import { deskWords } from "../../content/words/desk.ts";

type OfficePage = { page: string; words: MessageDescriptor; offices: readonly OfficeKind[] };

/** The pages of a desk and whose they are, by the six words. */
export const officePages: readonly OfficePage[] = [
  { page: "keys", words: deskWords.keys, offices: ["townAmbassador", "countryAmbassador", "headOffice"] },
  { page: "people", words: deskWords.people, offices: ["registrar", "townAmbassador", "countryAmbassador"] },
  {
    page: "hours",
    words: deskWords.hours,
    offices: ["coordinator", "townAmbassador", "countryAmbassador", "headOffice"],
  },
  { page: "launch", words: deskWords.launch, offices: ["townAmbassador", "countryAmbassador"] },
  { page: "ideas", words: deskWords.ideas, offices: ["townAmbassador"] },
  { page: "serve", words: deskWords.serve, offices: ["steward"] },
];
