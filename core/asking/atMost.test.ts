import { describe, expect, it } from "vitest";
import { atMost, inParallel, inTurn } from "./atMost.ts";

/** Work that ends when it is told to, and how much of it there is. */
function works() {
  const begun: number[] = [];
  const ends = new Map<number, { done: () => void; fail: () => void }>();
  const work = (item: number) => {
    begun.push(item);
    return new Promise<string>((resolve, reject) =>
      ends.set(item, { done: () => resolve(`did ${item}`), fail: () => reject(new Error(`failed at ${item}`)) }),
    );
  };
  return { begun, work, end: (item: number) => ends.get(item)?.done(), fail: (item: number) => ends.get(item)?.fail() };
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

describe("atMost", () => {
  it("lets work wait until other work has ended, well or badly", async () => {
    const { begun, work, end, fail } = works();
    const takeTurn = atMost(2);
    const [one, two, three, four] = [1, 2, 3, 4].map((item) => takeTurn(() => work(item)));
    await soon();
    expect(begun).toEqual([1, 2]);

    fail(1);
    await expect(one).rejects.toThrow("failed at 1");
    await soon();
    expect(begun).toEqual([1, 2, 3]);

    [2, 3].forEach(end);
    await soon();
    end(4);
    expect(await Promise.all([two, three, four])).toEqual(["did 2", "did 3", "did 4"]);
  });
});

describe("inTurn", () => {
  it("begins in the order of the items, and tells each one's end by itself", async () => {
    const { begun, work, end } = works();
    const [first, second, third] = inTurn([1, 2, 3], 2, work);
    await soon();
    end(2);
    expect(await second).toBe("did 2");
    expect(begun).toEqual([1, 2]);
    end(1);
    await soon();
    expect(begun).toEqual([1, 2, 3]);
    end(3);
    expect(await Promise.all([first, third])).toEqual(["did 1", "did 3"]);
  });

  it("begins nothing that waits for what fails, and lets the others end", async () => {
    const { begun, work, end, fail } = works();
    const [first, second, third, fourth] = inTurn([1, 2, 3, 4], 2, work);
    await soon();
    fail(1);
    end(2);
    await expect(first).rejects.toThrow("failed at 1");
    expect(await second).toBe("did 2");
    await expect(third).rejects.toThrow("failed at 1");
    expect(begun).toEqual([1, 2, 4]);
    end(4);
    expect(await fourth).toBe("did 4");
  });
});

describe("inParallel", () => {
  it("gives the results in the order of the items", async () => {
    const { work, end } = works();
    const all = inParallel([1, 2, 3], 3, work);
    await soon();
    [3, 1, 2].forEach(end);
    expect(await all).toEqual(["did 1", "did 2", "did 3"]);
  });

  it("does nothing of nothing", async () => {
    expect(await inParallel([], 3, () => Promise.reject(new Error("never")))).toEqual([]);
  });
});
