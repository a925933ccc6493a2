// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import type { ReleaseRequest } from "../../../chain/shares/requestQuery.ts";
import { renderSaid } from "../../../testing/renderSaid.tsx";
import { VoteList } from "./VoteList.tsx";

const AT = 1_767_225_600;

const quiet: ReleaseRequest = {
  tranche: 0,
  asked: null,
  askableFrom: 0,
  objecting: 0,
  windingUp: 0,
  votable: 110,
  blockingPart: 5,
};
const evidence = { hash: `0x${"1".repeat(64)}`, uri: "ipfs://evidence" } as const;

function linesOf(change: Partial<ReleaseRequest>): (string | null)[] {
  const { getAllByRole } = renderSaid(<VoteList request={{ ...quiet, ...change }} />);
  return getAllByRole("listitem").map((item) => item.textContent);
}

describe("VoteList", () => {
  it("says that nobody asks for money, and how many would be enough", () => {
    expect(linesOf({})).toEqual([
      "Nobody asks for money of this sale now.",
      "No share of 110 says no. From 22 on, the next part is not paid.",
      "No share of 110 wants to end it. From 56 on, what is left goes to the owners.",
    ]);
  });

  it("says until when what is asked for waits, and from when on it is paid once it is agreed", () => {
    expect(linesOf({ tranche: 1, asked: { evidence, until: AT, payableFrom: null } })[0]).toContain(
      "Part 2 is asked for, and not agreed yet.",
    );
    expect(linesOf({ asked: { evidence, until: AT, payableFrom: AT } })[0]).toContain("Part 1 is agreed.");
  });

  it("says from when on a part that was stopped can be asked for again, and that a third is needed then", () => {
    const lines = linesOf({ askableFrom: AT, blockingPart: 3, objecting: 22 });

    expect(lines[0]).toContain("Part 1 was stopped.");
    expect(lines[1]).toBe("22 shares of 110 say no. From 37 on, the next part is not paid.");
  });

  it("counts fractions of what may vote upward, and never nobody as enough", () => {
    expect(linesOf({ votable: 111 })[1]).toContain("From 23 on");
    expect(linesOf({ votable: 0 })[1]).toContain("From 1 on");
  });
});
