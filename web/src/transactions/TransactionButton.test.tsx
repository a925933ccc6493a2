// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { type Hex, UserRejectedRequestError } from "viem";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { renderRead } from "../testing/renderRead.tsx";
import { waitFor } from "./waitFor.ts";
import type { NamedStep, Transaction } from "./Transaction.ts";
import { TransactionButton } from "./TransactionButton.tsx";
import { sendStep } from "./wallet/sendStep.ts";
import { setWalletState } from "./wallet/walletStore.ts";

vi.mock("./wallet/sendStep.ts", () => ({ ensureNetwork: vi.fn(), sendStep: vi.fn() }));
vi.mock("./waitFor.ts", () => ({ waitFor: vi.fn() }));

const ALICE = `0x${"aa".repeat(20)}` as const;
const [FIRST, SECOND]: [Hex, Hex] = [`0x${"01".repeat(32)}`, `0x${"02".repeat(32)}`];
const said = (message: string) => ({ id: message, message });
const step = (label: string) => ({ label: said(label), step: {} }) as NamedStep;

let steps: NamedStep[];
const purchase: Transaction<string> = {
  title: (what) => said(`Buy ${what}`),
  done: (what) => said(`You have ${what}`),
  check: () => Promise.resolve(null),
  steps: () => Promise.resolve(steps),
  after: ["money"],
};

const button = () => screen.getByRole("button", { name: "Buy" });
const show = () => renderRead(<TransactionButton transaction={purchase} input="bread" label="Buy" />);
const tap = () => act(async () => void fireEvent.click(button()));

describe("a button that sends a transaction", () => {
  // What the button loads when it is tapped takes longer than a test waits, where many run at once.
  beforeAll(() => Promise.all([import("../content/errors/describeError.ts"), import("./readAgain.ts")]));
  beforeEach(() => {
    localStorage.clear();
    steps = [step("Allow"), step("Buy")];
    setWalletState({ wallet: { address: ALICE, chainId: 31337, name: "" } });
    vi.mocked(sendStep).mockReset().mockResolvedValueOnce(FIRST).mockResolvedValueOnce(SECOND);
    vi.mocked(waitFor).mockReset().mockResolvedValue("confirmed");
  });
  afterEach(cleanup);

  it("takes all steps, and says at the end what was done", async () => {
    show();
    await tap();
    await screen.findByText("You have bread");
    expect(vi.mocked(sendStep).mock.calls.map(([{ address }, , isNext]) => [address, isNext])).toEqual([
      [ALICE, false],
      [ALICE, true],
    ]);
  });

  it.each(["failed", "replaced"] as const)("sends nothing more after a step that was %s", async (outcome) => {
    vi.mocked(waitFor).mockResolvedValue(outcome);
    show();
    await tap();
    await screen.findByText(outcome === "failed" ? /The chain refused/ : /replaced this transaction/);
    expect(sendStep).toHaveBeenCalledTimes(1);
    expect(screen.queryByText("You have bread")).toBeNull();
  });

  it("asks only for what is left after a no to the second step", async () => {
    vi.mocked(sendStep)
      .mockReset()
      .mockResolvedValueOnce(FIRST)
      .mockRejectedValueOnce(new UserRejectedRequestError(new Error("no")))
      .mockResolvedValueOnce(SECOND);
    show();
    await tap();
    await screen.findByText(/You said no in your wallet/);
    steps = [step("Buy")];
    await tap();
    await screen.findByText("You have bread");
    expect(sendStep).toHaveBeenCalledTimes(3);
  });

  it("does not begin twice, not even where the form is new", async () => {
    let answer: (hash: Hex) => void = () => {};
    vi.mocked(sendStep)
      .mockReset()
      .mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
      .mockResolvedValueOnce(SECOND);
    show();
    await tap();
    await vi.waitFor(() => expect(sendStep).toHaveBeenCalledTimes(1));
    await tap();
    cleanup();
    show();
    await tap();
    await screen.findByText(/This is under way already/);
    expect(sendStep).toHaveBeenCalledTimes(1);

    await act(async () => answer(FIRST));
    await vi.waitFor(() => expect(sendStep).toHaveBeenCalledTimes(2));
  });
});
