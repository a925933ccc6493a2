import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Hex } from "viem";
import { i18n } from "../i18n.ts";

const NAMES: Record<string, MessageDescriptor> = {
  "00": msg`head office`,
  "01": msg`Country Ambassador`,
  "02": msg`Town Ambassador`,
  "03": msg`registrar`,
  "04": msg`coordinator`,
  "05": msg`steward`,
  "06": msg`project manager`,
};

/** A role id in words, without its town or country: whoever reads an error knows where they act. */
export function roleName(role: Hex): string {
  return i18n._(NAMES[role.slice(2, 4)] ?? msg`a contract of this system`);
}
