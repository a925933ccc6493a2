import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Hex } from "viem";
import {
  APPOINTER,
  COORDINATOR,
  COUNTRY_AMBASSADOR,
  PROJECT_MANAGER,
  REGISTRAR,
  STEWARD,
  TOWN_AMBASSADOR,
} from "@one-small-town/core/rules/Roles.ts";
import { i18n } from "../i18n.ts";

/** By kind, which is the first byte of a role. Head office's is all zero. */
const NAMES: Record<number, MessageDescriptor> = {
  0: msg`head office`,
  [COUNTRY_AMBASSADOR]: msg`Country Ambassador`,
  [TOWN_AMBASSADOR]: msg`Town Ambassador`,
  [REGISTRAR]: msg`registrar`,
  [COORDINATOR]: msg`coordinator`,
  [STEWARD]: msg`steward`,
  [PROJECT_MANAGER]: msg`project manager`,
  [kindOf(APPOINTER)]: msg`a contract of this system`,
};

/** A role id in words, without its town or country: whoever reads an error knows where they act. */
export function roleName(role: Hex): string {
  return i18n._(NAMES[kindOf(role)] ?? msg`an unknown role`);
}

function kindOf(role: Hex): number {
  return Number(role.slice(0, 4));
}
