import { writeQr } from "@one-small-town/core/qr/QrContent.ts";
import { expect, it } from "vitest";
import { inputWords } from "../../../content/words/inputs.ts";
import { peopleWords } from "../../../content/words/people.ts";
import { qrWords } from "../../../content/words/qr.ts";
import { readWallet } from "./readWallet.ts";

const CHAIN = 31_337;
const WALLET = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const person = writeQr({ kind: "person", chainId: CHAIN, wallet: WALLET });
const meal = writeQr({
  kind: "redemption",
  chainId: CHAIN,
  benefit: 1,
  weekIndex: 2,
  number: 3,
  cumulativeUnits: 1,
  signature: "0x01",
});

it.each([person, ` ${person.toLowerCase()}\n`, WALLET, `ethereum:${WALLET}@1`])("finds a wallet in %j", (text) => {
  expect(readWallet(text, CHAIN)).toEqual({ address: WALLET });
});

it.each([
  ["", qrWords.problems.empty],
  [meal, peopleWords.notAPerson],
  [person.slice(0, -2), qrWords.problems.damaged],
  [person.replace("OST1", "OST2"), qrWords.problems.newer],
  [writeQr({ kind: "person", chainId: 1, wallet: WALLET }), peopleWords.otherChain],
  ["amina.eth", inputWords.address.name],
  [WALLET.slice(0, -1), inputWords.address.notAnAddress],
])("says what is wrong with %j", (text, problem) => {
  expect(readWallet(text, CHAIN)).toEqual({ problem });
});
