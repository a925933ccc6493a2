import { getAddress, type Hex, zeroAddress } from "viem";

/** A whole number up to `most`, or so many bytes; `isWallet` for an address. */
type Field = { most: number } | { bytes: readonly [least: number, most: number]; isWallet?: true };

const CHAIN = { most: Number.MAX_SAFE_INTEGER };
const UINT16 = { most: 0xffff };
const UINT32 = { most: 0xffff_ffff };
const UINT40 = { most: 0xff_ffff_ffff };
const WALLET = { bytes: [20, 20], isWallet: true } as const;
const WORD = { bytes: [32, 32] } as const;

/** A key's signature has 65 bytes; a contract's wallet may want several of them, or what a passkey signed. */
export const MOST_SIGNATURE = 1_024;
const SIGNATURE = { bytes: [1, MOST_SIGNATURE] } as const;

/** What the codes hold, field by field, in this order. A change here is a new version. */
const SHAPES = {
  /** Who somebody is: to be attested, named for an office, or paid. */
  person: { chainId: CHAIN, wallet: WALLET },
  /** A registrar's signed word with which a person joins: `joinTown`. */
  admission: {
    chainId: CHAIN,
    town: UINT32,
    wallet: WALLET,
    personId: WORD,
    residentUntil: UINT40,
    nonce: CHAIN,
    deadline: CHAIN,
    registrar: WALLET,
    signature: SIGNATURE,
  },
  /** A new wallet's signed word that it takes the place of a lost one: `proposeMove`. */
  newwallet: { chainId: CHAIN, wallet: WALLET, newWallet: WALLET, deadline: CHAIN, signature: SIGNATURE },
  /** A member's signed word for units of a benefit: a meal on a phone, or a voucher on paper. */
  redemption: {
    chainId: CHAIN,
    benefit: CHAIN,
    weekIndex: UINT16,
    number: UINT16,
    cumulativeUnits: UINT32,
    signature: SIGNATURE,
  },
} as const satisfies Record<string, Record<string, Field>>;

type Shapes = typeof SHAPES;
type Kind = keyof Shapes;
type ValueOf<field> = field extends { most: number } ? number : Hex;

/** What a code of ours says: of which kind it is, and its fields. */
export type QrContent<kind extends Kind = Kind> = {
  [each in kind]: { kind: each } & { -readonly [name in keyof Shapes[each]]: ValueOf<Shapes[each][name]> };
}[kind];

/** `foreign`: of something else; `newer`: of a later version than this one; `damaged`: ours, but not whole. */
export type QrProblem = "empty" | "foreign" | "newer" | "damaged";

const VERSION = 1;

/** As many letters as the largest code holds. */
const MOST_LETTERS = 4_296;

/** The text of a code: capitals, digits and colons, of which a code has room for half as many again as of other letters. */
export function writeQr(content: QrContent): string {
  const values = Object.keys(SHAPES[content.kind]).map((name) => String(content[name as keyof QrContent]));
  return [`OST${VERSION}`, content.kind, ...values.map((value) => value.replace(/^0x/, ""))].join(":").toUpperCase();
}

/** Reads what a camera saw, or what somebody pasted. Nothing in it is trusted: who signed it is asked elsewhere. */
export function readQr(text: string): { content: QrContent } | { problem: QrProblem } {
  const plain = text
    .slice(0, MOST_LETTERS + 100)
    .trim()
    .toUpperCase();
  if (plain === "") return { problem: "empty" };
  const [sign = "", name = "", ...values] = plain.split(":");
  const version = /^OST([1-9][0-9]{0,3})$/.exec(sign)?.[1];
  if (version === undefined) return { problem: "foreign" };
  const kind = name.toLowerCase();
  if (Number(version) > VERSION || !isKind(kind)) return { problem: "newer" };
  if (plain.length > MOST_LETTERS) return { problem: "damaged" };

  const fields = Object.entries<Field>(SHAPES[kind]);
  const read = fields.map(([field, shape], i) => [field, readValue(values[i] ?? "", shape)] as const);
  if (values.length !== fields.length || read.some(([, value]) => value === null)) return { problem: "damaged" };
  return { content: { kind, ...Object.fromEntries(read) } as QrContent };
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(SHAPES, name);
}

/** One spelling for each value: no signs, no zeros before a number, no half bytes. */
function readValue(text: string, field: Field): number | Hex | null {
  if ("most" in field) {
    const number = /^(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : Number.NaN;
    return number <= field.most ? number : null;
  }
  const [least, most] = field.bytes;
  const bytes = text.length / 2;
  if (!/^([0-9A-F]{2})+$/.test(text) || bytes < least || bytes > most) return null;
  const hex: Hex = `0x${text.toLowerCase()}`;
  if (field.isWallet !== true) return hex;
  return hex === zeroAddress ? null : getAddress(hex);
}
