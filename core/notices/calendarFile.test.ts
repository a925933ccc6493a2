import { describe, expect, it } from "vitest";
import { calendarFile, type Notice } from "./calendarFile.ts";

const notice: Notice = {
  id: "offering-3-local",
  at: 1_795_000_000,
  title: "Bakery: the sale to residents ends",
  details: "Look at the page.",
  url: "https://town.test/#/offering/3",
};
const made = { origin: "31337-abc", now: 1_790_000_030 };

/** A file's lines as a calendar reads them: folds undone. */
function linesOf(text: string): string[] {
  return text.replaceAll("\r\n ", "").split("\r\n");
}

function lineOf(name: string, change: Partial<Notice>): string | undefined {
  const { id, at, title, details, url } = notice;
  const text = calendarFile([Object.assign({ id, at, title, details, url }, change)], made);
  return linesOf(text).find((line) => line.startsWith(`${name}:`));
}

describe("calendarFile", () => {
  it("writes a notice as an event in UTC with a reminder", () => {
    expect(linesOf(calendarFile([notice], made))).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//One Small Town//Notices//EN",
      "METHOD:PUBLISH",
      "BEGIN:VEVENT",
      "UID:offering-3-local.31337-abc@onesmalltown",
      "DTSTAMP:20260921T141350Z",
      "SEQUENCE:29833333",
      "DTSTART:20261118T110640Z",
      "SUMMARY:Bakery: the sale to residents ends",
      "DESCRIPTION:Look at the page.",
      "URL:https://town.test/#/offering/3",
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "DESCRIPTION:Bakery: the sale to residents ends",
      "TRIGGER:-P1D",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("keeps the name of a deadline that moves, and says that it is newer", () => {
    const later = calendarFile([{ ...notice, at: notice.at + 86_400 }], { ...made, now: made.now + 60 });

    expect(linesOf(later)).toContain("UID:offering-3-local.31337-abc@onesmalltown");
    expect(linesOf(later)).toContain("SEQUENCE:29833334");
  });

  it("lets no text end its line or begin another", () => {
    expect(lineOf("SUMMARY", { title: "Bread, rolls; \\ cake" })).toBe("SUMMARY:Bread\\, rolls\\; \\\\ cake");
    expect(lineOf("DESCRIPTION", { details: "one\r\ntwo\nthree\rEND:VEVENT\u0000\u0085" })).toBe(
      "DESCRIPTION:one\\ntwo\\nthree\\nEND:VEVENT",
    );
    expect(lineOf("URL", { url: "https://town.test/\r\nEND:VEVENT" })).toBe("URL:https://town.test/END:VEVENT");
  });

  it("folds lines at 75 bytes and cuts through no character", () => {
    const title = "Siyabonga, iNdlu yesinkwa 🥖".repeat(9);
    const text = calendarFile([{ ...notice, title }], made);
    const lengths = text.split("\r\n").map((line) => new TextEncoder().encode(line).length);

    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(Math.max(...lengths)).toBeGreaterThan(71);
    expect(linesOf(text)).toContain(`SUMMARY:${title.replaceAll(",", "\\,")}`);
  });

  it("is a calendar without events where there is nothing to notice", () => {
    expect(calendarFile([], made)).not.toContain("VEVENT");
  });
});
