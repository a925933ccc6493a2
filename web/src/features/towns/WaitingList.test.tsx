// @vitest-environment jsdom
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../testing/renderSaid.tsx";
import { WaitingList } from "./WaitingList.tsx";

const sizwe = "0x00000000000000000000000000000000000000b2" as const;
const until = 1_800_000_000;

describe("WaitingList", () => {
  it("says who is to get which role, and until when that is open", () => {
    const waiting = {
      namings: [{ role: roleIds.registrar(1), wallet: sizwe, until }],
      limit: { aWeek: 200, raise: null },
    };
    const text = renderSaid(<WaitingList waiting={waiting} explorer={null} />).container.textContent;
    expect(text).toContain(`To get this role: registrar${sizwe}`);
    expect(text).toContain("Open until Fri, Jan 15, 2027");
    expect(text).not.toContain("new people a week");
  });

  it("says how many more people are to be added a week", () => {
    const waiting = { namings: [], limit: { aWeek: 200, raise: { aWeek: 2_000, until } } };
    const text = renderSaid(<WaitingList waiting={waiting} explorer={null} />).container.textContent;
    expect(text).toContain("To add up to 2,000 new people a week. Now it is 200.");
  });
});
