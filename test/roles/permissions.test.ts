import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { describePermissions } from "../fixture/describePermissions.ts";
import { townAtWork } from "../fixture/townAtWork.ts";

const FILE = fileURLToPath(new URL("../../contracts/PERMISSIONS.md", import.meta.url));

describe("contracts/PERMISSIONS.md", () => {
  it("says for each function who may send it, as measured by trying everybody", async () => {
    const measured = await describePermissions(await networkHelpers.loadFixture(townAtWork));
    if (process.env.UPDATE_PERMISSIONS !== undefined) writeFileSync(FILE, measured);

    expect(readFileSync(FILE, "utf8")).to.equal(measured);
  });
});
