import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { kindOfRole, type RoleKind } from "@one-small-town/core/verify/roles/kindOfRole.ts";
import type { Hex } from "viem";
import { i18n } from "../i18n.ts";

const NAMES: Record<RoleKind, MessageDescriptor> = {
  headOffice: msg`head office`,
  countryAmbassador: msg`Country Ambassador`,
  townAmbassador: msg`Town Ambassador`,
  registrar: msg`registrar`,
  coordinator: msg`coordinator`,
  steward: msg`steward`,
  projectManager: msg`project manager`,
  appointer: msg`a contract of this system`,
};

/** A role id in words, without its town or country: whoever reads an error knows where they act. */
export function roleName(role: Hex): string {
  const known = kindOfRole(role);
  return i18n._(known === null ? msg`an unknown role` : NAMES[known.kind]);
}
