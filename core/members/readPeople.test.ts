import { describe, expect, it } from "vitest";
import { readDay, readPeople } from "./readPeople.ts";

const WALLET = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const HEADER = "wallet,document,number,until,joins,name";
const ROW = `${WALLET},passport,A 123,2027-12-31,yes,Amina`;
const AMINA = {
  row: 2,
  wallet: WALLET,
  kind: "passport",
  number: "A 123",
  residentUntil: Date.UTC(2027, 11, 31, 23, 59, 59) / 1000,
  joins: true,
  name: "Amina",
};

describe("readPeople", () => {
  it.each([
    `${HEADER}\n${ROW}`,
    `\ufeff${HEADER}\r\n${ROW}\r\n\r\n`,
    `${HEADER}\n${ROW}`.replaceAll(",", ";"),
    `${HEADER}\n${ROW}`.replaceAll(",", "\t"),
    `Wallet , Document,NUMBER,until,joins,name\n"${WALLET}","passport","A 123","2027-12-31","Yes","Amina"`,
  ])("reads %j", (text) => {
    expect(readPeople(text)).toEqual({ people: [AMINA], problems: [] });
  });

  it("reads a file without names, its columns in any order", () => {
    const text = `joins,until,number,document,wallet\nno,2027-12-31,A 123,passport,${WALLET}`;
    expect(readPeople(text)).toEqual({ people: [{ ...AMINA, joins: false, name: "" }], problems: [] });
  });

  it.each([
    ["abc,passport,1,2027-12-31,yes,", { row: 2, what: "wallet", why: "notAnAddress" }],
    [`${WALLET},,1,2027-12-31,yes,`, { row: 2, what: "kind" }],
    [`${WALLET},passport,- -,2027-12-31,yes,`, { row: 2, what: "number" }],
    [`${WALLET},passport,1,31/12/2027,yes,`, { row: 2, what: "until" }],
    [`${WALLET},passport,1,2027-02-30,yes,`, { row: 2, what: "until" }],
    [`${WALLET},passport,1,2027-12-31,maybe,`, { row: 2, what: "joins" }],
    [`"${WALLET},passport,1,2027-12-31,yes,`, { row: 2, what: "quotes" }],
    [WALLET, { row: 2, what: "kind" }],
  ])("says which row it cannot read, and reads the others: %j", (row, problem) => {
    expect(readPeople(`${HEADER}\n${row}\n${ROW}`)).toEqual({ people: [{ ...AMINA, row: 3 }], problems: [problem] });
  });

  it("says which columns are missing, and when there is nothing, or too much", () => {
    expect(readPeople("wallet,number\n1,2")).toEqual({ missing: ["document", "until", "joins"] });
    expect(readPeople("")).toEqual({ fault: "empty" });
    expect(readPeople(`${HEADER}\n`)).toEqual({ fault: "empty" });
    expect(readPeople(`${HEADER}\n${`${ROW}\n`.repeat(2_001)}`)).toEqual({ fault: "tooLong" });
  });

  it("takes signs out of names that would turn the line round them", () => {
    expect(readPeople(`${HEADER}\n${ROW.replace("Amina", "\u202eAmina")}`)).toEqual({ people: [AMINA], problems: [] });
  });
});

describe("readDay", () => {
  it.each(["2027-2-3", "2027-13-01", "", "tomorrow", "2027-12-31T00:00:00Z"])("takes no %j", (text) => {
    expect(readDay(text)).toBeNull();
  });
});
