import { expect } from "chai";
import { readWishes } from "../../scripts/audit/readWishes.ts";
import { auditCommand } from "../../scripts/deploy/auditCommand.ts";
import { networks } from "../../scripts/deploy/networks.ts";

describe("auditCommand", () => {
  for (const network of Object.keys(networks)) {
    it(`names the deployment of ${network}, as the audit takes it`, () => {
      const [before, after] = auditCommand(network).split(" -- ");

      expect(before).to.equal("npm run audit");
      expect(readWishes(after?.split(" ") ?? []).deploymentFile).to.equal(`deployments/${network}.json`);
    });
  }
});
