// @vitest-environment jsdom
import { writeQr } from "@one-small-town/core/qr/QrContent.ts";
import { fireEvent, screen } from "@testing-library/react";
import { zeroAddress } from "viem";
import { afterEach, expect, it } from "vitest";
import { renderRead } from "../../testing/renderRead.tsx";
import { JoinPage } from "./JoinPage.tsx";

const TOWN = {
  id: 1,
  name: "Willowmere",
  country: 710,
  currency: { address: zeroAddress, symbol: "USDC", decimals: 6 },
};
const WALLET = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const admission = {
  kind: "admission",
  chainId: 31_337,
  town: 1,
  wallet: WALLET,
  personId: `0x${"1".repeat(64)}`,
  residentUntil: 2_000_000_000,
  nonce: 0,
  deadline: 1_900_000_000,
  registrar: WALLET,
  signature: "0x01",
} as const;

afterEach(() => {
  location.hash = "";
});

function paste(text: string): void {
  fireEvent.change(screen.getByLabelText("The text of the code"), { target: { value: text } });
}

it("takes a code from the link by which it was opened, and says whose it is and until when", () => {
  location.hash = `/desk/join/1?code=${writeQr(admission)}`;
  renderRead(<JoinPage town={TOWN} />);

  screen.getByText(WALLET);
  screen.getByText(/Use the code before .*2030/);
  screen.getByRole("button", { name: "Join now" });
});

it.each([
  ["nonsense", "This code does not belong to One Small Town."],
  [writeQr(admission).slice(0, -3), "A part of this code is missing or wrong. Ask for it again."],
  [writeQr({ ...admission, town: 2 }), "This code is for another town. Open the link that came with it."],
  [writeQr({ ...admission, chainId: 1 }), "This code is for another network."],
  [
    writeQr({ kind: "person", chainId: 31_337, wallet: WALLET }),
    "This is the code of something else. Ask the registrar for the code to join with.",
  ],
])("says what is wrong with %j, and offers nothing", (text, problem) => {
  renderRead(<JoinPage town={TOWN} />);
  paste(text);

  screen.getByText(problem);
  expect(screen.queryByRole("button", { name: "Join now" })).toBeNull();
});

it("takes a code with a broken link for none", () => {
  location.hash = "/desk/join/1?code=%E0%A4%A";
  renderRead(<JoinPage town={TOWN} />);

  expect(screen.queryByRole("button", { name: "Join now" })).toBeNull();
});
