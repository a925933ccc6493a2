import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import { plainText } from "@one-small-town/core/plainText.ts";

type Kind = "unreachable" | "missing" | "page" | "notJson" | "wrong";

/** Why a page has no settings. `where`: what the server answered, where the text breaks, or the field that is wrong. */
export class SettingsTrouble extends Error {
  readonly kind: Kind;
  readonly where: string;

  constructor(kind: Kind, where = "") {
    super(`settings.json is ${kind}: ${where}`);
    this.kind = kind;
    this.where = where;
  }
}

const isText = (value: unknown) => typeof value === "string" && value !== "";
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isUrl = (value: unknown) => /^https?:\/\/./.test(String(value));
/** A link that is none would be a way to run something. */
const isLink = (value: unknown) => value == null || isUrl(value);
const isBytes = (length: number) => (value: unknown) =>
  new RegExp(`^0x[0-9a-f]{${2 * length}}$`, "i").test(String(value));
const isAddress = isBytes(20);
const areAddresses = (value: unknown) => {
  const addresses: unknown[] = Object.values(Object(value));
  return addresses.length > 0 && addresses.every(isAddress);
};

/** What no page can do without, and what people are led to. */
const FIELDS: Record<string, (value: unknown) => boolean> = {
  "deployment.chainId": isCount,
  "deployment.startBlock": isCount,
  "deployment.startBlockHash": isBytes(32),
  "deployment.addresses": areAddresses,
  "network.name": isText,
  "network.rpcUrl": isUrl,
  "network.explorer": isLink,
  "network.nativeCurrency.symbol": isText,
  "network.nativeCurrency.decimals": isCount,
  source: isLink,
};

/** Reads `settings.json` beside the page, its addresses in whatever letters. Throws a SettingsTrouble that says what is wrong with it, and where. */
export async function readSettings(): Promise<Settings> {
  const response = await fetch("./settings.json").catch(() => {
    throw new SettingsTrouble("unreachable");
  });
  if (!response.ok) throw new SettingsTrouble("missing", String(response.status));

  const settings = parse(await response.text());
  const wrong = Object.keys(FIELDS).find((field) => FIELDS[field]?.(valueAt(settings, field)) !== true);
  if (wrong !== undefined) throw new SettingsTrouble("wrong", wrong);
  return settings as Settings;
}

/** Many servers send a page of their own for a file that they lack. */
function parse(text: string): unknown {
  if (text.trimStart().startsWith("<")) throw new SettingsTrouble("page");
  try {
    return JSON.parse(text, plain);
  } catch (error) {
    throw new SettingsTrouble("notJson", plainText((error as Error).message));
  }
}

/** Letters of a sentence or an address in a file of settings. */
const MOST_WORDS = 2_000;

function plain(_: string, value: unknown): unknown {
  return typeof value === "string" ? plainText(value, MOST_WORDS) : value;
}

function valueAt(settings: unknown, field: string): unknown {
  return field.split(".").reduce((value: unknown, key) => (Object(value) as Record<string, unknown>)[key], settings);
}
