import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { type AddressProblem, readAddress } from "@one-small-town/core/members/addresses.ts";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { type Deed, deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { WHOLE } from "@one-small-town/core/rules/Deeds.ts";
import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import type { KeySignature } from "@one-small-town/core/hours/steps.ts";
import { Signature } from "ethers";
import type { Address, Hex } from "viem";
import { Mistake } from "../../commands/Mistake.mjs";
import type { Argument } from "./Act.ts";

function argument<T>(value: string, says: string, read: (text: string) => T): Argument<T> {
  return { value, says, read, isOptional: false };
}

/** The same, which may be left out. */
export function optional<T>(given: Argument<T>): Argument<T | undefined> {
  return { value: given.value, says: given.says, read: given.read, isOptional: true };
}

function quoted(text: string): string {
  return `"${text.slice(0, 80)}"`;
}

/** A whole number between two. */
export function whole(says: string, least: number, most: number, value = "N"): Argument<number> {
  return argument(value, says, (text) => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    throw new Mistake(`${quoted(text)} is no whole number from ${least} to ${most}.`);
  });
}

/** An id as the contracts count: from 1 on. */
export function id(says: string): Argument<bigint> {
  return argument("N", says, (text) => {
    if (/^[1-9]\d{0,18}$/.test(text)) return BigInt(text);
    throw new Mistake(`${quoted(text)} is no number that anything has here: they count from 1.`);
  });
}

/** Where ids count from 0. */
export function index(says: string): Argument<bigint> {
  return argument("N", says, (text) => {
    if (/^\d{1,18}$/.test(text)) return BigInt(text);
    throw new Mistake(`${quoted(text)} is no number that anything has here: they count from 0.`);
  });
}

const MOST_TOWN = 2 ** 32 - 1;

export function town(says = "the town's number"): Argument<number> {
  return argument("N", says, readTown);
}

function readTown(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text) && Number(text) <= MOST_TOWN) return Number(text);
  throw new Mistake(`Say which town by its number: --town 1. ${quoted(text)} is none.`);
}

/** A project, business or idea: the number of its town and its own. */
export function project(says = "the project: its town's number and its own, as 3/12"): Argument<bigint> {
  return argument("TOWN/N", says, (text) => {
    const [, ofTown = "", own = ""] = /^([1-9]\d{0,9})\/([1-9]\d{0,9})$/.exec(text) ?? [];
    if (ofTown !== "" && Number(ofTown) <= MOST_TOWN && Number(own) <= MOST_TOWN)
      return projectId(Number(ofTown), Number(own));
    if (/^[1-9]\d{9,18}$/.test(text) && BigInt(text) >= projectId(1, 1) && BigInt(text) < 2n ** 64n)
      return BigInt(text);
    throw new Mistake(`${quoted(text)} is no project. Write its town's number and its own, as 3/12.`);
  });
}

/** A project as people write it. */
export function writtenProject(of: bigint): string {
  return `${of >> 32n}/${of & 0xffff_ffffn}`;
}

/** A country by its ISO 3166-1 number. */
export function country(says = "the country's ISO 3166-1 number, as 710"): Argument<number> {
  return argument("CODE", says, (text) => {
    if (/^\d{1,3}$/.test(text) && Number(text) > 0) return Number(text);
    throw new Mistake(`${quoted(text)} is no country's number. Write its ISO 3166-1 number, as 710.`);
  });
}

const ADDRESS_PROBLEMS: Record<AddressProblem, string> = {
  empty: "Nothing is written where a wallet belongs. Write its address, 0x and 40 digits.",
  name: "is a name. Write the address that it stands for, 0x and 40 digits: names change hands.",
  notAnAddress: "is no wallet's address, which is 0x and 40 digits from 0 to f.",
  checksum: "has a wrong letter or digit: its large and small letters do not fit. Copy it once more.",
};

export function readWallet(text: string): Address {
  const read = readAddress(text);
  if ("address" in read) return read.address;
  const what = ADDRESS_PROBLEMS[read.problem];
  throw new Mistake(read.problem === "empty" ? what : `${quoted(text)} ${what}`);
}

export function wallet(says: string): Argument<Address> {
  return argument("0x…", says, readWallet);
}

export function wallets(says: string): Argument<Address[]> {
  return argument("0x…,0x…", says, (text) => text.split(",").map(readWallet));
}

/** Thirty-two bytes: the id of a person or of a succession. */
export function bytes32(says: string): Argument<Hex> {
  return argument("0x…", says, readBytes32);
}

export function readBytes32(text: string): Hex {
  if (/^0x[0-9a-f]{64}$/i.test(text) && !/^0x0+$/.test(text)) return text.toLowerCase() as Hex;
  throw new Mistake(`${quoted(text)} is not 0x and 64 digits from 0 to f.`);
}

/** A signature: of a key, or of a contract wallet. */
export function signature(says: string): Argument<Hex> {
  return argument("0x…", says, (text) => {
    if (/^0x([0-9a-f]{2})+$/i.test(text)) return text as Hex;
    throw new Mistake(`${quoted(text)} is no signature, which is 0x and pairs of digits from 0 to f.`);
  });
}

/** A key's signature in its parts: what standards' functions take, and no contract wallet can give. */
export function keySignature(says: string): Argument<KeySignature> {
  return argument("0x…", says, (text) => {
    try {
      const { v, r, s } = Signature.from(text);
      return { v, r: r as Hex, s: s as Hex };
    } catch {
      throw new Mistake(`${quoted(text)} is no key's signature, which is 0x and 130 digits from 0 to f.`);
    }
  });
}

/** Words for the chain. */
export function words(says: string, most = 200): Argument<string> {
  return argument("WORDS", says, (text) => {
    const bytes = Buffer.byteLength(text);
    if (text.trim() !== "" && bytes <= most && !/\p{Cc}/u.test(text)) return text;
    throw new Mistake(
      bytes > most
        ? `${quoted(text)}… has ${bytes} bytes, more than ${most}. Write less.`
        : `${quoted(text.replaceAll(/\p{Cc}/gu, "�"))} is nothing to read, or has more than one line. Write a line.`,
    );
  });
}

/** One of several words. */
export function oneOf<const Name extends string>(says: string, names: readonly Name[]): Argument<Name> {
  return argument(names.join("|"), says, (text) => {
    const name = names.find((each) => each.toLowerCase() === text.toLowerCase());
    if (name !== undefined) return name;
    throw new Mistake(`${quoted(text)} is none of ${names.join(", ")}.`);
  });
}

/** An amount as people write it; which currency it is of, and so what it is in units, the act knows. */
export type Amount = { text: string };

export function amount(says: string): Argument<Amount> {
  return argument("AMOUNT", says, (text) => {
    if (/^(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?$/.test(text) && !/^[0,.]+$/.test(text)) return { text };
    throw new Mistake(`${quoted(text)} is no amount. Write it as 1250 or 1,250.50, without a sign or a currency.`);
  });
}

const MIDNIGHT = "T00:00:00Z";

/** A day in figures as its first second, UTC; of one that there is not, undefined. */
function secondsOf(text: string): number | undefined {
  const [, day, time = MIDNIGHT] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2})?Z)?$/.exec(text) ?? [];
  const seconds = Date.parse(`${day}${time}`) / 1000;
  const isThere = day !== undefined && !Number.isNaN(seconds) && new Date(seconds * 1000).toISOString().startsWith(day);
  return isThere ? seconds : undefined;
}

/** A moment: the beginning of a day, UTC, or a time of it. */
export function moment(says: string): Argument<number> {
  return argument("DATE", says, readMoment);
}

function readMoment(text: string): number {
  const seconds = secondsOf(text);
  if (seconds !== undefined) return seconds;
  throw new Mistake(
    `${quoted(text)} is not a date. Write it as 2027-02-22, or with a time in UTC as 2027-02-22T18:30Z.`,
  );
}

const DAY = 86_400;

/** The end of a day, UTC, or a time of it. */
export function until(says: string): Argument<number> {
  return argument("DATE", says, readUntil);
}

export function readUntil(text: string): number {
  return text.includes("T") ? readMoment(text) : readMoment(text) + DAY;
}

/** A second as the options take it. */
export function writtenTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000", "");
}

/** The week of a date. */
export function week(says: string): Argument<number> {
  return argument("DATE", says, (text) => {
    const seconds = /T/.test(text) ? undefined : secondsOf(text);
    if (seconds !== undefined) return weekIndexOf(seconds);
    throw new Mistake(`"${text.slice(0, 80)}" is not a date. Write one of the week's days as --week 2027-02-22.`);
  });
}

/** Member numbers: single ones, and from one to another. */
export function numbers(says: string): Argument<number[]> {
  return argument("N,N-N", says, (text) => {
    const ranges = text.split(",").map((part) => /^([1-9]\d{0,4})(?:-([1-9]\d{0,4}))?$/.exec(part));
    const all = ranges.flatMap((range) => {
      const [first, last] = [Number(range?.[1]), Number(range?.[2] ?? range?.[1])];
      if (!(first <= last)) throw new Mistake(`${quoted(text)} are no member numbers. Write them as 3,7-12.`);
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    });
    return [...new Set(all)].sort((a, b) => a - b);
  });
}

/** Ids of several. */
export function ids(says: string): Argument<bigint[]> {
  return argument("N,N", says, (text) => {
    if (/^[1-9]\d{0,18}(,[1-9]\d{0,18})*$/.test(text)) return text.split(",").map(BigInt);
    throw new Mistake(`${quoted(text)} are no numbers that anything has here. Write them as 3,7.`);
  });
}

const MOST_BYTES = 64 * 2 ** 20;

/** The bytes of a file that somebody named. */
function bytesOfFile(name: string): Buffer {
  if (!existsSync(name))
    throw new Mistake(`There is no file ${name}. Name it as it is seen from the project's folder.`);
  const about = statSync(name);
  if (!about.isFile()) throw new Mistake(`${name} is no file.`);
  if (about.size > MOST_BYTES) throw new Mistake(`${name} has ${about.size} bytes, more than ${MOST_BYTES}.`);
  return readFileSync(name);
}

/** A file, of which the chain keeps the SHA-256 alone; or that hash itself, where the file is elsewhere. */
export function document(says: string): Argument<Hex> {
  return argument<Hex>("FILE", `${says}: a file, or the SHA-256 of one as 0x…`, (text) => {
    if (/^0x[0-9a-f]{64}$/i.test(text)) return readBytes32(text);
    const bytes = bytesOfFile(text);
    if (bytes.length === 0) throw new Mistake(`${text} is empty.`);
    return `0x${createHash("sha256").update(bytes).digest("hex")}`;
  });
}

/** Where others can fetch a document. */
export const uri: Argument<string | undefined> = optional(
  argument("PLACE", "where others can fetch the very same file, https://… or ipfs://…", (text) => {
    if (/^(https|ipfs|ar|data):\S+$/i.test(text) && Buffer.byteLength(text) <= 2_000) return text;
    throw new Mistake(`${quoted(text)} is no place from which a file can be fetched. Write https://… or ipfs://….`);
  }),
);

/** A file that is read as it is. */
export function spreadsheet(says: string): Argument<Uint8Array> {
  return argument("FILE", says, bytesOfFile);
}

/** A file with one row for each. */
export function table(says: string): Argument<string> {
  return argument("FILE", says, (text) => {
    const read = bytesOfFile(text).toString("utf8");
    if (read.includes("\ufffd")) throw new Mistake(`${text} is no text in UTF-8. Save it as CSV (UTF-8).`);
    return read;
  });
}

const PRESETS: Readonly<Record<string, Deed>> = {
  thirds: deedPresets.thirds,
  "60/40": deedPresets.sixtyForty,
  "90/10": deedPresets.ninetyTen,
};

/** How a profit is divided: a preset, or its four parts in percent. */
export function deed(says: string): Argument<Deed> {
  return argument("thirds|60/40|90/10|I/M/F/C", says, (text) => {
    const preset = Object.hasOwn(PRESETS, text) ? PRESETS[text] : undefined;
    if (preset !== undefined) return preset;
    const points = text.split("/").map(basisPointsOf);
    const [investors, members, fund, ofCountry] = points;
    if (investors !== undefined && members !== undefined && fund !== undefined && ofCountry !== undefined)
      if (points.length === 4 && investors + members + fund + ofCountry === WHOLE)
        return { investors, members, fund, country: ofCountry };
    throw new Mistake(
      `${quoted(text)} is no deed. Write thirds, 60/40, 90/10, or the percent of investors/members/town fund/country office, which make 100, as 30/35/35/0.`,
    );
  });
}

function basisPointsOf(text: string): number | undefined {
  const [, percent, fraction = ""] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return percent === undefined ? undefined : Number(percent) * 100 + Number(fraction.padEnd(2, "0"));
}

/** Parts of a whole in percent. */
export function parts(says: string): Argument<number[]> {
  return argument("PERCENT,…", says, (text) => {
    const points = text.split(",").map((part) => basisPointsOf(part) ?? NaN);
    if (points.reduce((sum, part) => sum + part, 0) === WHOLE && points.every((part) => part > 0)) return points;
    throw new Mistake(`${quoted(text)} are no percents that make 100 together. Write them as 25,25,50.`);
  });
}
