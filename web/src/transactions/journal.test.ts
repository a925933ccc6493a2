// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { System } from "../chain/System.ts";
import { dismissSent, noteOutcome, noteSent, readJournal } from "./journal.ts";

const systemOf = (startBlockHash: string) => ({ deployment: { startBlockHash } }) as unknown as System;
const system = systemOf("0xaa");
const sent = { hash: "0x01", title: "Buy", done: "Bought", after: ["money"], outcome: "waiting" } as const;

describe("the journal", () => {
  beforeEach(() => localStorage.clear());

  it("keeps what was sent until it is dismissed", () => {
    noteSent(system, sent);
    noteOutcome(system, "0x01", "confirmed");
    expect(readJournal(system)).toEqual([{ ...sent, outcome: "confirmed" }]);

    dismissSent(system, "0x01");
    expect(readJournal(system)).toEqual([]);
  });

  it("keeps each deployment's apart", () => {
    noteSent(system, sent);
    expect(readJournal(systemOf("0xbb"))).toEqual([]);
  });

  it("notes a transaction once", () => {
    noteSent(system, sent);
    noteSent(system, { ...sent, title: "Buy again" });
    expect(readJournal(system)).toHaveLength(1);
  });

  it("starts anew where something else stands in its place", () => {
    localStorage.setItem("sent.0xaa", "{nonsense");
    expect(readJournal(system)).toEqual([]);
  });

  it.each(["{}", "7", "null", '[null, 1, {}, {"hash":"javascript:","title":{},"done":"","outcome":"waiting"}]'])(
    "takes nothing from %s",
    (planted) => {
      localStorage.setItem("sent.0xaa", planted);
      expect(readJournal(system)).toEqual([]);
    },
  );

  it("goes on until the page is closed where the browser keeps nothing", () => {
    const refuse = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    const spies = (["getItem", "setItem"] as const).map((name) =>
      vi.spyOn(Storage.prototype, name).mockImplementation(refuse),
    );
    noteSent(system, sent);
    expect(readJournal(system)).toEqual([sent]);
    dismissSent(system, sent.hash);
    expect(readJournal(system)).toEqual([]);
    spies.forEach((spy) => spy.mockRestore());
  });
});
