import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { Mistake } from "../../scripts/commands/Mistake.mjs";
import type { Verb } from "../../scripts/commands/townVerbs.mjs";
import { acts } from "../../scripts/operator/acts/acts.ts";
import { readActArguments } from "../../scripts/operator/command/readActArguments.ts";

const WALLET = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const HASH = `0x${"ab".repeat(32)}`;

function mistakeOf(verb: Verb, args: readonly string[]): string {
  try {
    readActArguments(verb, acts[verb], args);
    return "no mistake";
  } catch (mistake) {
    return mistake instanceof Mistake ? mistake.message : `not a mistake: ${String(mistake)}`;
  }
}

const key = (over: readonly string[]) => ["--town", "3", "--role", "registrar", "--wallet", WALLET, ...over];

/** What people type, and what they are told. */
const TYPED: readonly [verb: Verb, args: readonly string[], told: RegExp][] = [
  ["confirm-key", key(["--town", "0"]), /--town 1\. "0" is none/],
  ["confirm-key", key(["--town", "4294967296"]), /"4294967296" is none/],
  ["confirm-key", key(["--town", "1e3"]), /"1e3" is none/],
  ["confirm-key", key(["--town=-1"]), /"-1" is none/],
  ["confirm-key", key(["--role", "king"]), /--role: "king" is none of registrar, coordinator\./],
  ["confirm-key", key(["--wallet", "amina.eth"]), /"amina\.eth" is a name\./],
  ["confirm-key", key(["--wallet", "0x1234"]), /is no wallet's address/],
  ["confirm-key", key(["--wallet", WALLET.replace("C", "c")]), /has a wrong letter or digit/],
  ["confirm-key", key(["--wallet", `0x${"0".repeat(40)}`]), /is no wallet's address/],
  ["confirm-key", key(["--wallet", ""]), /Nothing is written where a wallet belongs/],
  ["confirm-key", [], /^--town N is missing: .*\n--role .* is missing: .*\n--wallet 0x… is missing: /],
  ["confirm-key", key(["--colour", "red"]), /^Unknown option '--colour'. Say npm run town -- confirm-key --help/],
  ["confirm-key", [...key([]), "now"], /Unexpected argument|one word too many/],
  ["donate", ["--town", "3", "--amount", "-5"], /argument is ambiguous|no amount/],
  ["donate", ["--town", "3", "--amount=-5"], /"-5" is no amount/],
  ["donate", ["--town", "3", "--amount", "0"], /"0" is no amount/],
  ["donate", ["--town", "3", "--amount", "0.00"], /"0\.00" is no amount/],
  ["donate", ["--town", "3", "--amount", "1e6"], /"1e6" is no amount/],
  ["donate", ["--town", "3", "--amount", "1.234,56"], /is no amount/],
  ["donate", ["--town", "3", "--amount", "5 USD"], /"5 USD" is no amount/],
  ["found-town", ["--name", "two\nlines"], /--name: .* has more than one line/],
  ["found-town", ["--name", "n".repeat(65)], /has 65 bytes, more than 64/],
  ["found-town", ["--name", " "], /is nothing to read/],
  ["found-town", ["--until", "2027-02-30"], /"2027-02-30" is not a date/],
  ["found-town", ["--until", "30/12/2027"], /is not a date\. Write it as 2027-02-22/],
  ["found-town", ["--country", "1000"], /"1000" is no country's number/],
  ["found-town", ["--person", "0x12"], /is not 0x and 64 digits/],
  ["found-town", ["--person", `0x${"0".repeat(64)}`], /is not 0x and 64 digits/],
  ["found-town", ["--signature", "0x123"], /is no signature/],
  ["close-project", ["--project", "3"], /"3" is no project\. Write its town's number and its own, as 3\/12/],
  ["close-project", ["--project", "0/1"], /is no project/],
  ["close-project", ["--project", "18446744073709551616"], /is no project/],
  ["propose-deed", ["--project", "3/1", "--deed", "50/50"], /"50\/50" is no deed/],
  ["propose-deed", ["--project", "3/1", "--deed", "30/35/35/1"], /which make 100/],
  ["propose-deed", ["--project", "3/1", "--deed", "__proto__"], /is no deed/],
  ["pay", ["--town", "3", "--numbers", "9-3"], /"9-3" are no member numbers/],
  ["pay", ["--town", "3", "--numbers", "1,,2"], /are no member numbers/],
  ["amend", ["--town", "3", "--hours", "4=3.1"], /"3\.1" are no hours of a week in quarters/],
  ["amend", ["--town", "3", "--hours", "4=64"], /63\.75 at most/],
  ["amend", ["--town", "3", "--hours", "4=1,4=2"], /twice/],
  ["amend", ["--town", "3", "--hours", "0=1"], /is no whole number from 1 to 24000/],
  ["object-to-spending", ["--town", "3", "--number", "24001", "--spendings", "1"], /from 1 to 24000/],
  ["object-to-spending", ["--town", "3", "--number", "1", "--spendings", "1;2"], /"1;2" are no numbers/],
  ["reject", ["--town", "3", "--reason", "no-such-file"], /There is no file no-such-file/],
  ["reject", ["--town", "3", "--reason", "scripts"], /scripts is no file/],
  [
    "set-plan",
    ["--town", "3", "--plan", HASH, "--uri", "file:///etc/passwd"],
    /is no place from which a file can be fetched/,
  ],
  ["send-signed-infinity", ["--signature", "0x1234"], /is no key's signature/],
  ["send-shares", ["--shares", "4294967296"], /from 1 to 4294967295/],
  ["submit", ["week.csv", "--town", "3"], /^There is no file week\.csv\./],
  ["submit", ["package.json", "--town", "3", "--week", "2981"], /^"2981" is not a date\. .* --week 2027-02-22\.$/],
  ["submit", ["package.json", "--town", "3", "--answer", "longDay"], /^"--answer longDay" has no answer: /],
];

describe("npm run town, before anything is asked of a node", () => {
  for (const [verb, args, told] of TYPED) {
    it(`${verb} ${args.slice(-2).join(" ").slice(0, 60)} says what to write`, () => {
      const mistake = mistakeOf(verb, args);
      expect(mistake).to.match(told);
      expect(mistake).not.to.match(/^not a mistake/);
    });
  }

  it("takes what is well written", () => {
    expect(mistakeOf("confirm-key", key(["--wallet", `ethereum:${WALLET.toLowerCase()}@8453`]))).to.equal("no mistake");
    expect(mistakeOf("donate", ["--town", "3", "--amount", "1,250.50"])).to.equal("no mistake");
    expect(mistakeOf("propose-deed", ["--project", "4294967297", "--deed", "33.33/33.33/33.34/0"])).to.equal(
      "no mistake",
    );
  });
});

describe("npm run town, tables", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "tables-"));
  after(() => rmSync(folder, { recursive: true }));

  /** What is told of a table with residents; reading its rows is the act's own. */
  async function toldOf(text: string | Uint8Array): Promise<string> {
    const file = path.join(folder, "table.csv");
    writeFileSync(file, text);
    const { values } = readActArguments("send-infinity-batch", acts["send-infinity-batch"], [file]);
    const act = acts["send-infinity-batch"];
    if (act.kind !== "sends") return "";
    try {
      await act.steps({ deployment: { addresses: {} } } as never, values);
      return "taken";
    } catch (mistake) {
      return (mistake as Error).message;
    }
  }

  const ROWS: readonly [string, RegExp][] = [
    ["", /no column "wallet"\. Its first row names the columns: wallet,amount\./],
    ["wallet,amount\n", /has no rows/],
    ["wallet,amount,note\n", /The column "note" is not known/],
    ["wallet,amount,amount\n", /twice/],
    [`wallet,amount\n${WALLET}\n`, /Row 2: there are 1 cells, and 2 columns/],
    [`wallet,amount\n${WALLET},"1\n`, /Row 2: there are 0 cells/],
    [`wallet,amount\n${WALLET},x\nnobody,1\n`, /^Row 2: "x" is no amount.*\nRow 3: "nobody" is no wallet's address/s],
    [`wallet,amount\n${`nobody,1\n`.repeat(30)}`, /… and 10 more\.$/],
    [`wallet,amount\n${`${WALLET},1\n`.repeat(151)}`, /has 151 rows, and one transaction takes 150/],
  ];

  for (const [text, told] of ROWS) {
    it(`says what is wrong with ${JSON.stringify(text.slice(0, 60))}`, async () => {
      expect(await toldOf(text)).to.match(told);
    });
  }

  it("refuses what is no text", () => {
    const file = path.join(folder, "binary.csv");
    writeFileSync(file, Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]));
    expect(mistakeOf("send-infinity-batch", [file])).to.match(/is no text in UTF-8/);
  });
});
