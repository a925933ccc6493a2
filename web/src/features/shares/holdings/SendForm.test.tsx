// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, type RenderResult } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../../testing/renderSaid.tsx";
import { sendingQuery } from "../../../chain/shares/sendingQuery.ts";
import type { System } from "../../../chain/System.ts";
import { SystemContext } from "../../../chain/useSystem.ts";
import type { Tier } from "@one-small-town/core/rules/enumerations.ts";
import { exampleHolding } from "../../../testing/exampleHolding.ts";
import { SendForm } from "./SendForm.tsx";

const system = { deployment: { startBlockHash: "0x01" } } as unknown as System;
const { holder, token } = exampleHolding;
const ben = "0x00000000000000000000000000000000000000bb";

/** The form with what a person typed, and the chain's answer on the receiver. */
function fill(to: string, shares: string, tier: Tier = "local"): RenderResult {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  for (const person of [ben, holder] as const) {
    const { queryKey } = sendingQuery(system, { token, from: holder, to: person });
    cache.setQueryData(queryKey, { held: 8n, isPledged: false, scope: "local", tier });
  }
  const view = renderSaid(
    <SystemContext value={system}>
      <QueryClientProvider client={cache}>
        <SendForm holding={exampleHolding} place={{ town: "Willowmere", country: "South Africa" }} />
      </QueryClientProvider>
    </SystemContext>,
  );
  const address = view.getByLabelText("Address of the new owner");
  fireEvent.change(address, { target: { value: to } });
  fireEvent.blur(address);
  fireEvent.change(view.getByLabelText("How many shares?"), { target: { value: shares } });
  return view;
}

describe("SendForm", () => {
  it("can send to a resident, and says how many to whom on the button", () => {
    const { getByRole, container } = fill(ben, "3");

    expect(getByRole("button", { name: "Send 3 shares to 0x0000…00bb" })).toHaveProperty("disabled", false);
    expect(container.textContent).toContain("This person may own these shares.");
  });

  it.each<[string, [string, string, Tier?], string]>([
    ["no address", ["hello", "3"], "This is no wallet address"],
    ["an address with a wrong letter", ["0xF39fd6e51aad88F6F4ce6aB8827279cffFb92266", "3"], "A letter of this address"],
    ["one's own address", [holder, "3"], "This is your own address"],
    ["a person nobody has attested", [ben, "3", "none"], "Ask them to go to their town office"],
    ["a person from elsewhere", [ben, "3", "country"], "Only people who live in Willowmere may own these shares"],
    ["zero", [ben, "0"], "Type 1 or more."],
    ["a fraction", [ben, "1.5"], "Shares are whole."],
    ["more than one has", [ben, "9"], "You own 8."],
  ])("refuses %s before any prompt", (_, typed, words) => {
    const { getByRole, container } = fill(...typed);

    expect(container.textContent).toContain(words);
    expect(getByRole("button", { name: "Send" })).toHaveProperty("disabled", true);
  });
});
