import { describe, expect, it } from "vitest";
import type { Project } from "../projects/readProject.ts";
import { contentOf, placeOf, type Proposal } from "./Proposal.ts";

const wallet = (digits: string) => `0x${digits.repeat(20)}` as const;

function payment(amount: bigint, title = "Bakery"): Proposal {
  const project = { id: 4n, number: 4, metadata: { title } } as unknown as Project;
  const document = { hash: `0x${"0a".repeat(32)}`, uri: "" } as const;
  const asked = {
    kind: "spending",
    id: 7n,
    project,
    fromOffice: false,
    payee: wallet("e1"),
    amount,
    document,
  } as const;
  return { asked, by: wallet("a1"), until: 1_800_000_000, awaits: "countryAmbassador" };
}

describe("contentOf", () => {
  it("is another text where a sum is another, in the same place", () => {
    expect(contentOf(payment(5n))).not.toBe(contentOf(payment(6n)));
    expect(placeOf(payment(5n))).toBe(placeOf(payment(6n)));
  });

  it("is another text where somebody else asked, or until another moment", () => {
    const first = payment(5n);
    expect(contentOf(first)).not.toBe(contentOf(Object.assign(payment(5n), { by: wallet("a2") })));
    expect(contentOf(first)).not.toBe(contentOf(Object.assign(payment(5n), { until: 1 })));
  });

  it("does not mind what is only shown beside it", () => {
    expect(contentOf(payment(5n))).toBe(contentOf(payment(5n, "The bakery")));
  });
});
