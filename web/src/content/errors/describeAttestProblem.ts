import type { MessageDescriptor } from "@lingui/core";
import type { AttestProblem } from "@one-small-town/core/members/mayAttest.ts";
import { peopleWords } from "../words/people.ts";
import { membersErrors } from "./membersErrors.ts";

/** Why somebody would be skipped, in the sentence of the error with which the contract answers. */
export function describeAttestProblem({ errorName, args }: AttestProblem): MessageDescriptor {
  const sentences = membersErrors as Record<string, (values: never) => MessageDescriptor>;
  return sentences[errorName]?.(args as never) ?? peopleWords.cannotAdd;
}
