import { hoursErrors } from "./hoursErrors.ts";
import { membersErrors } from "./membersErrors.ts";
import { profitErrors } from "./profitErrors.ts";
import { projectsErrors } from "./projectsErrors.ts";
import { rolesErrors } from "./rolesErrors.ts";
import type { ErrorName, Sentences } from "./Sentence.ts";
import { sharesErrors } from "./sharesErrors.ts";
import { tokensErrors } from "./tokensErrors.ts";

/** A sentence for every error of every contract, by its name. */
export const errorSentences: Sentences<ErrorName> = {
  ...rolesErrors,
  ...membersErrors,
  ...projectsErrors,
  ...hoursErrors,
  ...sharesErrors,
  ...profitErrors,
  ...tokensErrors,
};
