// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../testing/renderSaid.tsx";
import { AboutCard } from "./AboutCard.tsx";

const textOf = (metadata: Parameters<typeof AboutCard>[0]["metadata"]) =>
  renderSaid(<AboutCard metadata={metadata} />).container.textContent;

describe("AboutCard", () => {
  it("shows the members' words, known fields and fields of their own", () => {
    const text = textOf({ title: "Bakery", about: "Bread.", sector: "Food", jobs: 4, chef: "Amina", deep: { no: 1 } });
    expect(text).toContain("Bread.");
    expect(text).toContain("Field of workFood");
    expect(text).toContain("jobs4");
    expect(text).toContain("chefAmina");
    expect(text).not.toContain("deep");
  });

  it("says when nothing more was written", () => {
    expect(textOf({ title: "Bakery" })).toContain("have not written more");
  });

  it("does not show words that are not what was promised", () => {
    expect(textOf(null)).toContain("not what was promised");
  });
});
