import type { MessageDescriptor } from "@lingui/core";
import type { RedemptionProblem } from "@one-small-town/core/hours/benefits.ts";
import { hoursErrors } from "../../../content/errors/hoursErrors.ts";

/** The same sentence that the contract's own refusal has. */
export function sayProblem({ name, values }: RedemptionProblem): MessageDescriptor {
  return (hoursErrors[name] as (values: RedemptionProblem["values"]) => MessageDescriptor)(values);
}
