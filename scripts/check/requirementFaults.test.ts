import { expect } from "chai";
import { PAPER, requirementFaults, SECTIONS } from "./requirementFaults.ts";

const ALL = Object.entries(SECTIONS).flatMap(([letter, last]) =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`),
);

const DONE =
  '| A1 | Offices are filled. | `Registry.appoint`, `npm run town -- appoint`, `/town/$town` | `test/a.test.ts`: "appoints" |';

/** A paper of one open row, one that is done, and the others outside. */
function paper({ heading = "## Open: 1", open = "| B1 | Signs. | All. | Nothing. |", done = DONE } = {}): string {
  const outside = ALL.filter((id) => id !== "A1" && id !== "B1").map((id) => `| ${id} | This. | Law. |`);
  return [heading, open, "## A. Roles", done, "## Outside", ...outside].join("\n");
}

const SOUND: Readonly<Record<string, string>> = {
  [PAPER]: paper(),
  "contracts/roles/Registry.sol": "contract Registry is IRegistry, Records {\n    function hide() private {}\n}",
  "contracts/roles/IRegistry.sol":
    "interface IRegistry {\n    function appoint(\n        address wallet\n    ) external;\n}",
  "contracts/roles/Records.sol": "abstract contract Records {\n    function see() public view returns (uint256) {}\n}",
  "scripts/operator/acts/roles.ts": 'export const rolesActs = {\n  appoint: sends({}),\n  "take-back": sends({}),\n};',
  "scripts/deploy.ts": "",
  "test/a.test.ts": 'it("appoints", () => {});\nit("does not take one\\\'s word", () => {});',
  "test/a.t.sol": "function testSum() external {}",
  "web/verify.html": "<html>",
  "web/src/app/router.tsx": 'page("/town/$town", "town"),',
  "web/src/pages/desk/deskPages.ts":
    "type P = {\n  load: 1;\n};\nexport const deskPages = {\n  hours: async () => 1,\n};",
};

function faultsWith(files: Record<string, string>): string[] {
  return requirementFaults(new Map(Object.entries({ ...SOUND, ...files })));
}

describe("requirementFaults", () => {
  it("finds none where every requirement has its row, and all that is named is there", () => {
    expect(faultsWith({})).to.deep.equal([]);
  });

  it("finds a paper that is missing", () => {
    expect(requirementFaults(new Map())).to.deep.equal([`There is no ${PAPER}.`]);
  });

  it("finds a requirement without a row, with two, and a row of none", () => {
    expect(faultsWith({ [PAPER]: paper({ done: "" }) })).to.deep.equal(["A1 has no row."]);
    expect(faultsWith({ [PAPER]: paper({ done: `${DONE}\n${DONE}` }) })).to.deep.equal(["A1 has two rows."]);
    expect(faultsWith({ [PAPER]: paper({ done: `${DONE}\n${DONE.replace("A1", "A19")}` }) })).to.deep.equal([
      "A19 is no requirement.",
    ]);
  });

  it("finds a wrong count of what is open", () => {
    expect(faultsWith({ [PAPER]: paper({ heading: "## Open: 2" }) })).to.deep.equal([
      'The heading should be "Open: 1".',
    ]);
  });

  it("finds a row that leaves something out", () => {
    const faults = (from: string, to: string) => faultsWith({ [PAPER]: paper({ done: DONE.replace(from, to) }) });

    expect(faults('`test/a.test.ts`: "appoints"', "`test/a.test.ts`")).to.deep.equal([
      "A1 names no test with its title.",
    ]);
    expect(faults("`Registry.appoint`, `npm run town -- appoint`, `/town/$town`", "the contracts")).to.deep.equal([
      "A1 does not say what does it.",
    ]);
    expect(faultsWith({ [PAPER]: paper({ open: "| B1 | Signs. |  | Nothing. |" }) })).to.deep.equal([
      "B1 has an empty cell.",
    ]);
  });

  const named: [name: string, fault: string | null][] = [
    ["/desk/hours/$town", null],
    ["/verify.html", null],
    ["npm run town -- take-back", null],
    ["npm run deploy", null],
    ["Registry.see", null],
    ["/people", "There is no page /people."],
    ["/town", "There is no page /town."],
    ["/desk/people/$town", "There is no page /desk/people/$town."],
    ["/desk/load/$town", "There is no page /desk/load/$town."],
    ["/poster.html", "There is no page /poster.html."],
    ["npm run fly", "There is no command npm run fly."],
    ["npm run town -- take", "npm run town has no verb take."],
    ["Registry.dismiss", "There is no function Registry.dismiss that somebody may call."],
    ["Registry.hide", "There is no function Registry.hide that somebody may call."],
    ["Nobody.appoint", "There is no function Nobody.appoint that somebody may call."],
    ["npm run twon -- take-back", '"npm run twon -- take-back" is no page, verb, function or file.'],
    ["test/b.test.ts", "There is no file test/b.test.ts."],
  ];

  for (const [name, fault] of named) {
    it(`${fault === null ? "knows" : "finds that there is no"} ${name}`, () => {
      const done = DONE.replace("`/town/$town`", `\`${name}\``);

      expect(faultsWith({ [PAPER]: paper({ done }) })).to.deep.equal(fault === null ? [] : [fault]);
    });
  }

  it("knows a test by its title, with quotes in it, and by its name in Solidity", () => {
    const done = DONE.replace('"appoints"', '"does not take one\'s word"; `test/a.t.sol`: "testSum"');

    expect(faultsWith({ [PAPER]: paper({ done }) })).to.deep.equal([]);
  });

  it("finds a test whose file or title is not there, also in a row that is open", () => {
    const open = '| B1 | Signs. | All. | `test/b.test.ts`: "signs" and `test/a.test.ts`: "signs" |';

    expect(faultsWith({ [PAPER]: paper({ open }) })).to.deep.equal([
      "There is no file test/b.test.ts.",
      'test/a.test.ts has no test "signs".',
    ]);
  });
});
