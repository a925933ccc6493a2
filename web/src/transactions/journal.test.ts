// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { System } from "../chain/System.ts";
import { sentEntry } from "../testing/sentEntry.ts";
import { dismissSent, noteChange, noteSent, readJournal } from "./journal.ts";

const systemOf = (startBlockHash: string) => ({ deployment: { startBlockHash } }) as unknown as System;
const system = systemOf("0xaa");
const sent = sentEntry();

describe("the journal", () => {
  beforeEach(() => localStorage.clear());

  it("keeps what was sent until it is dismissed", () => {
    noteSent(system, sent);
    noteChange(system, { ...sent, outcome: "confirmed" });
    expect(readJournal(system)).toEqual([{ ...sent, outcome: "confirmed" }]);

    dismissSent(system, sent.id);
    expect(readJournal(system)).toEqual([]);
  });

  it("keeps each deployment's apart", () => {
    noteSent(system, sent);
    expect(readJournal(systemOf("0xbb"))).toEqual([]);
  });

  it("keeps one whose hash the wallet did not tell", () => {
    noteSent(system, sentEntry({ hash: null }));
    expect(readJournal(system)).toMatchObject([{ hash: null }]);
  });

  it("notes nothing more of what was dismissed", () => {
    noteChange(system, { ...sent, outcome: "confirmed" });
    expect(readJournal(system)).toEqual([]);
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

  it.each([{ hash: "0x01" }, { from: "amina" }, { nonce: -1 }, { nonce: 1.5 }, { call: "0x" }, { outcome: "done" }])(
    "takes nothing of an entry with %o",
    (planted) => {
      localStorage.setItem("sent.0xaa", JSON.stringify([{ ...sent, ...planted }]));
      expect(readJournal(system)).toEqual([]);
    },
  );

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
    dismissSent(system, sent.id);
    expect(readJournal(system)).toEqual([]);
    spies.forEach((spy) => spy.mockRestore());
  });
});
