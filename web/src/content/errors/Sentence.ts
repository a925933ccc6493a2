import type { MessageDescriptor } from "@lingui/core";
import type { ContractErrorArgs, ContractErrorName } from "viem";
import type { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import type { Unit } from "../format.ts";

/** The name of an error that one of our contracts can answer with. */
export type ErrorName = ContractErrorName<typeof allErrors>;

/**
 * Says one error from the values it carries. Errors do not tell the currency of their amounts: `unit` is there only
 * when the one who sent the transaction knows it, and only if that transaction moves nothing but this currency.
 */
type Sentence<name extends ErrorName> = (
  values: ContractErrorArgs<typeof allErrors, name>,
  unit?: Unit,
) => MessageDescriptor;

/** A sentence for each error of `name`; one that is missing, or that no contract knows, does not compile. */
export type Sentences<name extends ErrorName> = { [each in name]: Sentence<each> };
