import { describe, expect, it } from "vitest";
import { CannotOpen, openText, sealText } from "./sealedText.ts";

const FEW = 1_000;
const PHRASE = "four words or more";

async function problemOf(text: string, passphrase = PHRASE): Promise<string> {
  const thrown = await openText(text, passphrase).catch((error: unknown) => error);
  return thrown instanceof CannotOpen ? thrown.problem : "opened";
}

describe("a sealed text", () => {
  it("opens with its passphrase alone, however that is composed", async () => {
    const sealed = await sealText("the key é 鍵", "café au lait dix", FEW);

    expect(await openText(sealed, "cafe\u0301 au lait dix")).toBe("the key é 鍵");
    expect(await problemOf(sealed, "cafe au lait dix")).toBe("wrong");
    expect(await problemOf(sealed, "")).toBe("wrong");
  });

  it("shows nothing of the text, and is another each time", async () => {
    const [one, other] = await Promise.all([sealText("the key", PHRASE, FEW), sealText("the key", PHRASE, FEW)]);

    expect(one).not.toContain("the key");
    expect(one).not.toBe(other);
  });

  it("is noticed when a part of it was changed", async () => {
    const sealed = JSON.parse(await sealText("the key", PHRASE, FEW)) as Record<string, string | number>;
    const data = String(sealed["data"]);
    const changed = (data.startsWith("A") ? "B" : "A") + data.slice(1);

    expect(await problemOf(JSON.stringify({ ...sealed, data: changed }))).toBe("wrong");
    expect(await problemOf(JSON.stringify({ ...sealed, iterations: FEW + 1 }))).toBe("wrong");
  });

  it.each(["", "null", "[]", "{}", "no json", '{"kind":"one-small-town sealed text","version":2}'])(
    "is not %j",
    async (text) => expect(await problemOf(text)).toBe("foreign"),
  );

  it.each([0, -1, 1.5, 1e12, "9", null])("does not work for ever: %j rounds are foreign", async (iterations) => {
    const sealed = JSON.parse(await sealText("the key", PHRASE, FEW)) as object;
    expect(await problemOf(JSON.stringify({ ...sealed, iterations }))).toBe("foreign");
  });
});
