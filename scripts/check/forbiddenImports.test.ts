import { expect } from "chai";
import { forbiddenImports } from "./forbiddenImports.ts";

describe("forbiddenImports", () => {
  const allowed: [string, string][] = [
    ["contracts/shares/ShareOffering.sol", 'import {Roles} from "../roles/Roles.sol";'],
    ["contracts/shares/ShareOffering.sol", 'import {IInvestorToken} from "./IInvestorToken.sol";'],
    ["contracts/roles/Authority.sol", 'import {Weeks} from "../lib/Weeks.sol";'],
    [
      "contracts/roles/Authority.sol",
      'import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";',
    ],
    ["contracts/mocks/TestDollar.sol", 'import {Authority} from "../roles/Authority.sol";'],
    ["contracts/roles/Authority.t.sol", 'import {Profit} from "../profit/Profit.sol";'],
    ["core/hours/readRow.ts", 'import type { Address } from "viem";'],
    ["web/src/transactions/buyShares.ts", 'import { Button } from "../components/Button.tsx";'],
    ["web/src/pages/Shares.tsx", 'import { Buy } from "../features/shares/Buy.tsx";'],
    ["web/src/features/shares/Buy.tsx", 'import { Price } from "./Price.tsx";'],
    ["core/hours/readRow.test.ts", 'import { exampleRow } from "../testing/exampleRow.ts";'],
    ["core/testing/exampleRows.ts", 'import { exampleRow } from "./exampleRow.ts";'],
    ["web/src/testing/render.tsx", 'import { App } from "../app/App.tsx";'],
    ["web/src/main.tsx", 'import { App } from "./app/App.tsx";'],
    ["scripts/scenario.ts", 'import { readTimesheet } from "@one-small-town/core/hours/readTimesheet.ts";'],
  ];

  const forbidden: [string, string][] = [
    ["contracts/roles/Authority.sol", 'import {IContributions} from "../hours/IContributions.sol";'],
    ["contracts/hours/Contributions.sol", 'import {\n    A,\n    B\n} from "../shares/ShareOffering.sol";'],
    ["contracts/hours/Contributions.sol", 'import "../profit/ProfitSplitter.sol";'],
    ["contracts/lib/Deed.sol", 'import {Roles} from "../roles/Roles.sol";'],
    ["contracts/hours/Contributions.sol", 'import {TestDollar} from "../mocks/TestDollar.sol";'],
    ["core/hours/readRow.ts", 'import { useState } from "react";'],
    ["core/hours/readRow.ts", 'import { exampleBooks } from "../testing/exampleBooks.ts";'],
    ["web/src/features/shares/Buy.tsx", 'import { anOffering } from "../../testing/anOffering.ts";'],
    ["web/src/pages/Shares.tsx", 'import { exampleBooks } from "@one-small-town/core/testing/exampleBooks.ts";'],
    ["core/hours/readRow.ts", 'import { readFileSync } from "node:fs";'],
    ["core/hours/readRow.ts", 'import { words } from "../../web/src/content/words.ts";'],
    ["web/src/content/words.ts", 'import { config } from "../config/config.ts";'],
    ["web/src/components/Button.tsx", 'export { Buy } from "../features/shares/Buy.tsx";'],
    ["web/src/components/Button.tsx", 'const buy = await import("../features/shares/Buy.tsx");'],
    ["web/src/features/shares/Buy.tsx", 'import { Hours } from "../hours/Hours.tsx";'],
    ["web/src/features/shares/Buy.tsx", 'import { App } from "../../main.tsx";'],
    ["web/src/pages/Shares.tsx", 'import { deploy } from "../../../scripts/deploy.ts";'],
    ["scripts/scenario.ts", 'import { words } from "../web/src/content/words.ts";'],
    ["scripts/scenario.ts", 'import { willowmere } from "../test/fixture/willowmere.ts";'],
  ];

  for (const [file, source] of allowed) {
    it(`lets ${file} say ${source}`, () => expect(forbiddenImports(file, source)).to.deep.equal([]));
  }

  for (const [file, source] of forbidden) {
    it(`forbids ${file} to say ${source}`, () => expect(forbiddenImports(file, source)).to.have.length(1));
  }
});
