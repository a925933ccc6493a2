import type { MessageDescriptor } from "@lingui/core";
import type { OfficeKind } from "../../chain/roles/officesQuery.ts";

type OfficePage = { page: string; words: MessageDescriptor; offices: readonly OfficeKind[] };

/** The pages of a desk and whose they are, by the six words. */
export const officePages: readonly OfficePage[] = [];
