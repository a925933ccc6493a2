import { afterEach, describe, expect, it, vi } from "vitest";
import { openDeviceStore } from "./openDeviceStore.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the store of a device", () => {
  it("is empty where a browser has none, and keeps nothing", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const store = openDeviceStore();
    await store.put("one", 1);
    expect(await store.get("one")).toBeUndefined();
  });

  it("is empty where opening it hangs", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("indexedDB", { open: () => ({ addEventListener: () => undefined }) });
    const asked = openDeviceStore().get("one");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await asked).toBeUndefined();
  });
});
