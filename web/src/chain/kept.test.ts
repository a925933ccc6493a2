// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { keptOr } from "./kept.ts";
import type { System } from "./System.ts";

const systemOf = (startBlockHash: string) => ({ deployment: { startBlockHash } }) as unknown as System;

/** What the next visit finds is written down by then. */
const nextVisit = () => vi.advanceTimersByTimeAsync(1_000);

describe("keptOr", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
  });

  it("reads once, in this visit and in the next, large numbers and texts as they were", async () => {
    const value = { price: 10n ** 20n, name: "0x10n", tranches: [4_000, 6_000], token: null };
    const read = vi.fn(() => Promise.resolve(value));
    const first = systemOf("0x01");
    expect(await keptOr(first, "terms", read)).toEqual(value);
    expect(await keptOr(first, "terms", read)).toEqual(value);
    await nextVisit();

    expect(await keptOr(systemOf("0x01"), "terms", read)).toEqual(value);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it("reads once for all who ask meanwhile, and again after that failed", async () => {
    const system = systemOf("0x01");
    const read = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error("no answer"))
      .mockResolvedValue("Willowmere");
    const first = [keptOr(system, "name", read), keptOr(system, "name", read)];
    expect(await Promise.allSettled(first)).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
    expect(await Promise.all([keptOr(system, "name", read), keptOr(system, "name", read)])).toEqual([
      "Willowmere",
      "Willowmere",
    ]);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("knows nothing of another deployment", async () => {
    await keptOr(systemOf("0x01"), "name", () => Promise.resolve("Willowmere"));
    await nextVisit();

    expect(await keptOr(systemOf("0x02"), "name", () => Promise.resolve("Karoo"))).toBe("Karoo");
  });

  it("keeps nothing that is not final, and nothing that failed", async () => {
    const system = systemOf("0x01");
    await keptOr(
      system,
      "token",
      () => Promise.resolve(0n),
      (token) => token > 0n,
    );
    await expect(keptOr(system, "token", () => Promise.reject(new Error("no answer")))).rejects.toThrow();

    expect(await keptOr(system, "token", () => Promise.resolve(7n))).toBe(7n);
  });

  it("lets the oldest go where it would be too much", async () => {
    const system = systemOf("0x01");
    for (const name of ["a", "b", "c", "d"]) await keptOr(system, name, () => Promise.resolve(name.repeat(80_000)));
    await nextVisit();

    const later = systemOf("0x01");
    expect(await keptOr(later, "d", () => Promise.resolve("anew"))).toHaveLength(80_000);
    expect(await keptOr(later, "a", () => Promise.resolve("anew"))).toBe("anew");
  });

  it("reads with every visit where what is kept cannot be read", async () => {
    localStorage.setItem("kept.2", "{");

    expect(await keptOr(systemOf("0x01"), "name", () => Promise.resolve("Willowmere"))).toBe("Willowmere");
  });
});
