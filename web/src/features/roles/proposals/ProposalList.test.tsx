// @vitest-environment jsdom
import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { describe, expect, it } from "vitest";
import { zeroAddress } from "viem";
import type { Project } from "../../../chain/projects/readProject.ts";
import type { Asked, Proposal } from "../../../chain/roles/Proposal.ts";
import { renderRead } from "../../../testing/renderRead.tsx";
import { ProposalList } from "./ProposalList.tsx";

const NOW = 1_800_000_000;
const DAY = 86_400;
const wallet = (digits: string) => `0x${digits.repeat(20)}` as const;
const holders = { townAmbassador: wallet("a1"), countryAmbassador: wallet("b1"), headOffice: wallet("c1") };
const currency = { address: wallet("d1"), symbol: "TUSD", decimals: 6 };
const town = { id: 1, name: "Willowmere", country: 710, currency };
const project = { id: 4n, number: 4, metadata: { title: "Bakery" } } as unknown as Project;
const document = { hash: `0x${"0a".repeat(32)}`, uri: "" } as const;
const payment: Asked = {
  kind: "spending",
  id: 7n,
  project,
  fromOffice: false,
  payee: wallet("e1"),
  amount: 5_000_000n,
  document,
};

function show(asked: Asked, you = holders.countryAmbassador as string, change: Partial<Proposal> = {}) {
  const usual: Proposal = { asked, by: holders.townAmbassador, until: NOW + 2 * DAY, awaits: "countryAmbassador" };
  const proposal = Object.assign(usual, change);
  return renderRead(
    <ProposalList town={town} open={[proposal]} holders={holders} you={you as `0x${string}`} now={NOW} />,
  );
}

describe("ProposalList", () => {
  it("shows all of a payment, and lets the second key alone agree", async () => {
    const { container, getByRole, queryByRole, findByText } = show(payment);

    expect(getByRole("heading", { name: "Waits for you" })).toBeDefined();
    expect(getByRole("heading", { name: /^Pay .*5.00.* for Bakery$/ })).toBeDefined();
    expect(container.textContent).toContain("2 days left");
    expect(await findByText(document.hash)).toBeDefined();
    expect(getByRole("button", { name: "Agree to this" })).toBeDefined();
    expect(queryByRole("button", { name: "Take it back" })).toBeNull();
    expect(container.textContent).not.toContain("Send it to who has to agree");
  });

  it("lets who asked take it back, and send a link to who has to agree", () => {
    const { container, getByRole, queryByRole } = show(payment, holders.townAmbassador);

    expect(getByRole("heading", { name: "Waits for others" })).toBeDefined();
    expect(getByRole("button", { name: "Take it back" })).toBeDefined();
    expect(queryByRole("button", { name: "Agree to this" })).toBeNull();
    expect(container.textContent).toContain("#/desk/keys/1");
    expect(getByRole("button", { name: "Copy: Link to this page" })).toBeDefined();
  });

  it("lets anybody else look, and no more", () => {
    const { queryByRole } = show(payment, wallet("f1"));

    expect(queryByRole("button", { name: "Agree to this" })).toBeNull();
    expect(queryByRole("button", { name: "Take it back" })).toBeNull();
  });

  it("asks nobody to agree to what they asked for themselves", () => {
    const { queryByRole } = show(payment, holders.countryAmbassador, { by: holders.countryAmbassador });

    expect(queryByRole("button", { name: "Agree to this" })).toBeNull();
  });

  it("says where nobody holds the office that has to agree", () => {
    const proposal: Proposal = { asked: payment, by: holders.townAmbassador, until: NOW + DAY, awaits: "headOffice" };
    const { container } = renderRead(
      <ProposalList
        town={town}
        open={[proposal]}
        holders={{ townAmbassador: holders.townAmbassador, countryAmbassador: zeroAddress, headOffice: zeroAddress }}
        you={holders.townAmbassador}
        now={NOW}
      />,
    );
    expect(container.textContent).toContain("Nobody holds this office now");
  });

  it.each<[string, Asked, readonly string[]]>([
    ["a key", { kind: "key", role: roleIds.registrar(1), wallet: wallet("e2") }, ["registrar"]],
    [
      "a limit",
      { kind: "limit", office: roleIds.townAmbassador(1), scope: "town", aWeek: 300, now: 200 },
      ["200", "300"],
    ],
    ["who runs a business", { kind: "management", project, manager: wallet("e3"), payout: wallet("e4") }, ["Runs it"]],
    ["a deed", { kind: "deed", project, deed: deedPresets.sixtyForty, now: deedPresets.thirds }, ["After it", "40%"]],
    ["the end of a sale", { kind: "callOff", project, offering: 2n }, ["gets back just what they paid"]],
    ["the rest of a sale", { kind: "windUp", project, offering: 2n, left: 9_000_000n }, ["9.00"]],
    [
      "a part of a sale's money",
      {
        kind: "release",
        project,
        offering: 2n,
        tranche: 1,
        amount: 8_000_000n,
        payout: wallet("e5"),
        evidence: document,
      },
      ["part 2", "8.00"],
    ],
    [
      "a sale",
      {
        kind: "offering",
        project,
        terms: {
          business: 4n,
          price: 25_000_000n,
          goal: 100,
          cap: 150,
          limitLocal: 18,
          limitLater: 19,
          opens: NOW + DAY,
          localEnds: NOW + 30 * DAY,
          countryEnds: 0,
          worldEnds: 0,
          tranches: [2_500, 7_500],
          plan: document.hash,
          pack: `0x${"0b".repeat(32)}`,
          deed: deedPresets.thirds,
          name: "Willowmere Bakery",
          symbol: "BAKE",
        },
      },
      ["Willowmere Bakery (BAKE)", "25.00", "25% + 75%", "Left out", `0x${"0b".repeat(32)}`],
    ],
  ])("shows all of %s", (_, asked, texts) => {
    const { container } = show(asked);

    for (const text of texts) expect(container.textContent).toContain(text);
  });
});
