// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { blockQuery } from "../../chain/blockQuery.ts";
import type { OpenSuccession, OwnCase } from "../../chain/decisions/ownCaseQuery.ts";
import { renderRead } from "../../testing/renderRead.tsx";
import { AboutYou } from "./AboutYou.tsx";

const NOW = 1_800_000_000;
const successor = `0x${"b1".repeat(20)}` as const;

function show(succession: Partial<OpenSuccession> | null, now = NOW): string | null {
  const usual: OpenSuccession = {
    id: `0x${"0a".repeat(32)}`,
    successor,
    isDeath: false,
    isSecond: false,
    objectUntil: NOW + 60,
    until: NOW + 1_000,
  };
  const own = { succession: succession && Object.assign(usual, succession), suspension: null } as OwnCase;
  return renderRead(<AboutYou own={own} />, {
    known: (system) => [
      { queryKey: blockQuery(system).queryKey, data: { number: 1n, timestamp: now, readAt: performance.now() } },
    ],
  }).container.textContent;
}

describe("AboutYou", () => {
  it("says what is asked for, and until when one can say no", () => {
    expect(show({})).toContain(`Somebody says that you lost this wallet, and that ${successor} is your new one.`);
    expect(show({ isDeath: true })).toContain("Somebody says that you died");
    expect(show({})).toContain("If that is wrong, say no now.");
  });

  it("says whom to call when nobody can say no any more", () => {
    expect(show({}, NOW + 60)).toContain("The time to say no is over.");
    expect(show({ isSecond: true, objectUntil: 0 })).toContain("This time head office decides.");
  });

  it("says so when nothing is asked for", () => {
    expect(show(null)).toContain("Nobody asks for anything about you.");
  });
});
