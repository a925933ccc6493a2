import { zeroHash } from "viem";
import { beforeEach, describe, expect, it } from "vitest";
import type { System } from "../../../chain/System.ts";
import { deviceStorage } from "../../../config/deviceStorage.ts";
import { CannotOpen, sealText } from "../../../config/sealedText.ts";
import { type Book, keepBook, lockBook, noteNames, openBook, readSealedBook, walletsNamed } from "./book.ts";

const system = { deployment: { startBlockHash: zeroHash } } as unknown as System;
const AMINA = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const PHRASE = "four words or more";
const book: Book = { officeKey: "the key", names: { [AMINA]: "Amina" } };

beforeEach(() => {
  deviceStorage.removeItem(`book.${zeroHash}`);
  lockBook();
});

describe("a registrar's book", () => {
  it("is kept sealed, with the names that were noted", async () => {
    await keepBook(system, { officeKey: "the key", names: {} }, PHRASE);
    await noteNames(system, { [AMINA]: "Amina" });
    const sealed = String(readSealedBook(system));

    expect(sealed).not.toContain("Amina");
    expect(sealed).not.toContain("the key");
    await expect(openBook(system, sealed, "another sentence")).rejects.toThrow(CannotOpen);
    await expect(openBook(system, sealed, PHRASE)).resolves.toBeUndefined();
  });

  it("notes nothing while it is locked", async () => {
    await noteNames(system, { [AMINA]: "Amina" });
    expect(readSealedBook(system)).toBeNull();
  });

  it.each(["{}", '{"officeKey":""}', '{"officeKey":5}'])("is not what says %s", async (text) => {
    await expect(openBook(system, await sealText(text, PHRASE, 1_000), PHRASE)).rejects.toThrow(CannotOpen);
  });

  it("is searched by a part of a name", () => {
    expect(walletsNamed(book, " MIN ")).toEqual([AMINA]);
    expect(walletsNamed(book, "Ben")).toEqual([]);
    expect(walletsNamed(book, " ")).toEqual([]);
  });
});
