// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { type Hex, UserRejectedRequestError, zeroHash } from "viem";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { System } from "../chain/System.ts";
import { renderRead } from "../testing/renderRead.tsx";
import { readJournal, type Sent, type State } from "./journal.ts";
import { Obstacle } from "./Obstacle.ts";
import { planFees } from "./planFees.ts";
import { waitFor } from "./waitFor.ts";
import type { NamedStep, Transaction } from "./Transaction.ts";
import { TransactionButton } from "./TransactionButton.tsx";
import { ensureNetwork, type JustSent, sendCall } from "./wallet/sendStep.ts";
import { setWalletState } from "./wallet/walletStore.ts";

vi.mock("./wallet/sendStep.ts", () => ({ ensureNetwork: vi.fn(), sendCall: vi.fn() }));
vi.mock("./planFees.ts", () => ({ planFees: vi.fn() }));
vi.mock("./waitFor.ts", () => ({ waitFor: vi.fn() }));

const ALICE = `0x${"aa".repeat(20)}` as const;
const [FIRST, SECOND] = [sentAs(`0x${"01".repeat(32)}`), sentAs(`0x${"02".repeat(32)}`)];
const said = (message: string) => ({ id: message, message });
const system = () => ({ deployment: { startBlockHash: zeroHash } }) as unknown as System;
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
const show = (what = "bread") => renderRead(<TransactionButton transaction={purchase} input={what} label="Buy" />);
const tap = () => act(async () => void fireEvent.click(button()));

describe("a button that sends a transaction", () => {
  // What the button loads when it is tapped takes longer than a test waits, where many run at once.
  beforeAll(() => Promise.all([import("../content/errors/describeError.ts"), import("./readAgain.ts")]));
  beforeEach(() => {
    localStorage.clear();
    steps = [step("Allow"), step("Buy")];
    setWalletState({ wallet: { address: ALICE, chainId: 31337, name: "" } });
    vi.mocked(sendCall).mockReset().mockResolvedValueOnce(FIRST).mockResolvedValueOnce(SECOND);
    vi.mocked(waitFor).mockReset().mockImplementation(endAs("confirmed"));
    vi.mocked(ensureNetwork).mockReset();
    vi.mocked(planFees)
      .mockReset()
      .mockResolvedValue({ call: { from: ALICE, to: ALICE, data: "0x" }, gas: 1n });
  });
  afterEach(cleanup);

  it("takes all steps, and says at the end what was done", async () => {
    show();
    await tap();
    await screen.findByText("You have bread");
    const planned = vi.mocked(planFees).mock.calls;
    expect(planned.map(([{ address }, { steps: left, isNext }]) => [address, left.length, isNext])).toEqual([
      [ALICE, 2, false],
      [ALICE, 1, true],
    ]);
    expect(sendCall).toHaveBeenCalledTimes(2);
  });

  it.each([
    ["failed", /The chain refused/],
    ["replaced", /replaced this transaction/],
    ["cancelled", /was cancelled in your wallet/],
    ["kept", /did not pay this wallet/],
    ["lost", /does not know this transaction/],
  ] as const)("sends nothing more after a step that was %s", async (outcome, words) => {
    vi.mocked(waitFor).mockImplementation(endAs(outcome));
    show();
    await tap();
    await screen.findByText(words);
    expect(sendCall).toHaveBeenCalledTimes(1);
    expect(screen.queryByText("You have bread")).toBeNull();
  });

  it("links the receipt of the one that was sent in its place at another fee", async () => {
    const other: Hex = `0x${"03".repeat(32)}`;
    vi.mocked(waitFor).mockImplementation(async (_, sent) => ({ ...sent, hash: other, outcome: "confirmed" }));
    show();
    await tap();
    await screen.findByText("You have bread");
    expect(screen.getByRole("link", { name: "Show the receipt" }).getAttribute("href")).toBe(`#/receipt/${other}`);
  });

  it("goes on without the hash that a wallet did not tell", async () => {
    vi.mocked(sendCall).mockReset().mockResolvedValue(sentAs(null));
    vi.mocked(waitFor).mockReturnValue(new Promise(() => {}));
    show("milk");
    await tap();
    await screen.findByText(/Your wallet did not say what it sent/);
    expect(readJournal(system())).toMatchObject([{ hash: null, from: ALICE, nonce: 7 }]);
  });

  it("says after half a minute that the wallet has not answered, and then that the chain has not", async () => {
    let confirm: (sent: JustSent) => void = () => undefined;
    vi.mocked(sendCall)
      .mockReset()
      .mockReturnValue(new Promise((resolve) => (confirm = resolve)));
    vi.mocked(waitFor).mockReturnValue(new Promise(() => {}));
    const halfAMinute = async (words: RegExp) => {
      await act(() => vi.advanceTimersByTimeAsync(29_000));
      expect(screen.queryByText(words)).toBeNull();
      await act(() => vi.advanceTimersByTimeAsync(1_000));
      screen.getByText(words);
    };
    show("tea");
    vi.useFakeTimers();
    try {
      await tap();
      await vi.waitFor(() => screen.getByText(/Please confirm in your wallet/));
      await halfAMinute(/has not answered/);
      confirm(FIRST);
      await act(() => vi.advanceTimersByTimeAsync(0));
      await vi.waitFor(() => screen.getByText(/^Sent/));
      await halfAMinute(/takes longer/);
    } finally {
      vi.useRealTimers();
    }
  });

  it("tells who lacks the fee before any prompt, and goes on when they tap again", async () => {
    vi.mocked(planFees).mockRejectedValueOnce(new Obstacle(said("Too little for the fee")));
    show();
    await tap();
    await screen.findByText("Too little for the fee");
    expect(sendCall).not.toHaveBeenCalled();
    await tap();
    await screen.findByText("You have bread");
    expect(vi.mocked(planFees).mock.calls.map(([, { isWarned }]) => isWarned)).toEqual([false, true, true]);
  });

  it("says where the network has to be changed", async () => {
    vi.mocked(ensureNetwork).mockImplementation(async (_, onAsk) => {
      onAsk();
      await new Promise(() => {});
    });
    show("salt");
    await tap();
    await screen.findByText(/Your wallet is on another network/);
  });

  it("asks only for what is left after a no to the second step", async () => {
    vi.mocked(sendCall)
      .mockReset()
      .mockResolvedValueOnce(FIRST)
      .mockRejectedValueOnce(new UserRejectedRequestError(new Error("no")))
      .mockResolvedValueOnce(SECOND);
    show();
    await tap();
    const no = await screen.findByText(/You said no in your wallet/);
    expect(no.closest("[role=status]")).not.toBeNull();
    steps = [step("Buy")];
    await tap();
    await screen.findByText("You have bread");
    expect(sendCall).toHaveBeenCalledTimes(3);
  });

  it("does not begin twice, not even where the form is new", async () => {
    let answer: (sent: JustSent) => void = () => {};
    vi.mocked(sendCall)
      .mockReset()
      .mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
      .mockResolvedValueOnce(SECOND);
    show();
    await tap();
    await vi.waitFor(() => expect(sendCall).toHaveBeenCalledTimes(1));
    await tap();
    cleanup();
    show();
    await tap();
    await screen.findByText(/This is under way already/);
    expect(sendCall).toHaveBeenCalledTimes(1);

    await act(async () => answer(FIRST));
    await vi.waitFor(() => expect(sendCall).toHaveBeenCalledTimes(2));
  });
});

function sentAs(hash: Hex | null): JustSent {
  return { hash, from: ALICE, nonce: 7, block: 1, call: `0x${"0c".repeat(32)}` };
}

function endAs(outcome: State) {
  return async (_: unknown, sent: Sent): Promise<Sent> => ({ ...sent, outcome });
}
