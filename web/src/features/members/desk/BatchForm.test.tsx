// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { zeroAddress, zeroHash } from "viem";
import { beforeEach, expect, it } from "vitest";
import type { System } from "../../../chain/System.ts";
import { renderRead } from "../../../testing/renderRead.tsx";
import { BatchForm } from "./BatchForm.tsx";
import { keepBook, lockBook } from "./book.ts";

const TOWN = {
  id: 1,
  name: "Willowmere",
  country: 710,
  currency: { address: zeroAddress, symbol: "USDC", decimals: 6 },
};
const HEADER = "wallet,document,number,until,joins,name";

beforeEach(async () => {
  lockBook();
  const system = { deployment: { startBlockHash: zeroHash } } as unknown as System;
  await keepBook(system, { officeKey: "the key", names: {} }, "four words or more");
});

function choose(text: string, name = "people.csv"): void {
  const input = screen.getByLabelText("Choose the file");
  fireEvent.change(input, { target: { files: [new File([text], name)] } });
}

it.each([
  ["", "There is nobody in this file."],
  [`${HEADER}\n`, "There is nobody in this file."],
  ["name;number\nAmina;1", "The first row lacks these words: wallet, document, until, and joins."],
  ["\u0000\u0001PNG", "The first row lacks these words: wallet, document, number, until, and joins."],
  [`${HEADER}\n${"x,,,,,\n".repeat(2_001)}`, "This file is too long. Split it in parts of 2,000 rows."],
])("says what is wrong with a file as a whole: %j", async (text, problem) => {
  renderRead(<BatchForm town={TOWN} />);
  choose(text);

  await waitFor(() => screen.getByText(problem));
  expect(screen.queryByRole("button", { name: /^Add/ })).toBeNull();
});

it("asks for the key first", () => {
  lockBook();
  renderRead(<BatchForm town={TOWN} />);

  screen.getByText("Open your key first. It is at the top of this page.");
});

it("names each row that it cannot read, and adds nobody where none is left", async () => {
  renderRead(<BatchForm town={TOWN} />);
  choose(`${HEADER}\n0x12,passport,1,2030-01-01,yes,\n${zeroAddress},passport,1,2030-01-01,yes,`);

  await waitFor(() => screen.getByText("2 rows are left out:"));
  screen.getByText(/^Row 2: This is no wallet address/);
  screen.getByText(/^Row 3: This is no wallet address/);
});
