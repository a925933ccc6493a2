import { expect } from "chai";
import { Contract, Interface } from "ethers";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { AGREEMENT_LASTS } from "@one-small-town/core/rules/Agreements.ts";
import * as saleTerms from "@one-small-town/core/rules/SaleTerms.ts";
import * as rules from "@one-small-town/core/rules/enumerations.ts";
import { ethers, networkHelpers } from "./fixture/connection.ts";
import { DAY, willowmere } from "./fixture/willowmere.ts";

/** Every number that is fixed in a contract and can be read: times in seconds. */
const constants: Partial<Record<ContractName, Record<string, number | bigint>>> = {
  Authority: {
    SUCCESSION_DELAY: 7 * DAY,
    HEAD_OFFICE_DELAY: 7 * DAY,
    LEAST_HEAD_OFFICE_DELAY: 3 * DAY,
    MOST_HEAD_OFFICE_DELAY: 30 * DAY,
    ACCEPTANCE_LASTS: 30 * DAY,
    NAMING_LASTS: 30 * DAY,
    MOST_NAMINGS: 10,
  },
  TownRegistry: {
    LEAST_ATTESTATION_LIMIT: 10,
    DEFAULT_ATTESTATION_LIMIT: 200,
    MOST_ATTESTATION_LIMIT: 2_000,
    PROPOSAL_LASTS: 30 * DAY,
    LAUNCH_STEPS: 20,
  },
  MemberRegistry: {
    LONGEST_RESIDENCY: 1_096 * DAY,
    ADMISSION_LASTS: 30 * DAY,
    PROPOSAL_LASTS: 30 * DAY,
    WEEKS_BETWEEN_MOVES: 8,
    MOST_FIRST_REGISTRARS: 3,
  },
  Succession: {
    OBJECTION_TIME: 7 * DAY,
    PUBLIC_TIME: 30 * DAY,
    LAPSES_AFTER: 30 * DAY,
    SECOND_WITHIN: 365 * DAY,
    IN_OFFICE_FOR: 60 * DAY,
    WORD_LASTS: 30 * DAY,
  },
  Contributions: {
    OPEN_WEEKS: 8,
    REJECTED_OPEN_FOR: 7 * DAY,
    REACH: 16,
    REVIEW: 4 * DAY,
    JUMP_REVIEW: 7 * DAY,
    AMENDED_REVIEW: 3 * DAY,
    JUMP_PERCENT: 125,
    JUMP_MORE: 10,
    MOST_WEEKS: 52,
    ELECTORS_AFTER: 8,
    ELECTORS_OF: 4,
  },
  Benefits: { MOST_VALID_WEEKS: 13 },
  ShareOffering: { CANCEL_NOTICE: 7 * DAY, PROPOSAL_LASTS: 30 * DAY },
  Releases: {
    REQUEST_LASTS: 30 * DAY,
    RELEASE_DELAY: 7 * DAY,
    PAYABLE_FOR: 30 * DAY,
    ASK_AGAIN_AFTER: 30 * DAY,
    WIND_UP_DELAY: 14 * DAY,
    STALLED_AFTER: 365 * DAY,
    BLOCKING_PART: 5,
    BLOCKING_PART_AGAIN: 3,
    WINDING_UP_PART: 2,
  },
  ProjectRegistry: { MANAGEMENT_WAITS: 30 * DAY },
  ProfitSplitter: { DEED_DELAY: 7 * DAY, DEED_WAITS: 30 * DAY, LEAST_WEEKS: 4, MOST_WEEKS: 52 },
  TownTreasury: {
    APPROVAL_PERIOD: 30 * DAY,
    OBJECTION_PERIOD: 7 * DAY,
    EXECUTION_PERIOD: 30 * DAY,
    AGAIN_AFTER: 30 * DAY,
    MOST_OPEN: 3,
    LEAST_ELECTORS: 3,
    TURNOUT_PART: 3,
    LEAST_OBJECTIONS: 3,
    OBJECTING_PART: 5,
    OBJECTING_PART_AGAIN: 3,
  },
  FinalDivision: { DORMANT_FOR: 365 * DAY },
};

describe("constants", () => {
  for (const [name, values] of Object.entries(constants)) {
    it(`of ${name} are what the rules say, and no others`, async () => {
      const { deployment } = await networkHelpers.loadFixture(willowmere);
      const { interface: face } = await ethers.getContractFactory(name);
      const named = face.fragments.flatMap((fragment) => ("name" in fragment ? [String(fragment.name)] : []));
      expect(named.filter((one) => /^[A-Z][A-Z_]{4,}$/.test(one) && !OTHERS.includes(one)).sort()).to.deep.equal(
        Object.keys(values).sort(),
      );

      const address = deployment.addresses[name as ContractName];
      const contract = new Contract(address, new Interface(face.fragments), ethers.provider);
      for (const [constant, value] of Object.entries(values)) {
        expect(await contract.getFunction(constant)(), constant).to.equal(value);
      }
    });
  }
});

describe("the bounds of a sale's terms", () => {
  it("are what the rules say, and no others", () => {
    expect({ ...saleTerms }).to.deep.equal({
      OPENING_NOTICE: 7 * DAY,
      LEAST_PHASE: 14 * DAY,
      MOST_PHASE: 90 * DAY,
      LEAST_GOAL: 6,
      LIMIT_PART: 5,
      MOST_TRANCHES: 8,
      MOST_RAISED: 2n ** 110n - 1n,
      MOST_NAME_BYTES: 64,
      MOST_SYMBOL_BYTES: 16,
    });
  });

  it("come with a week in which both ambassadors must have agreed on calling off or winding up", () => {
    expect(AGREEMENT_LASTS).to.equal(7 * DAY);
  });
});

/** What the numbers stand for that contracts take and give: the first is 0. */
const enumerations: Record<keyof typeof rules, string> = {
  benefitKinds: "meal parcel electricity other",
  phases: "none local country world succeeded failed settled",
  projectKinds: "upliftment garden community cornerstone",
  projectStages: "none idea planned funding operating closed",
  receivers: "holders members treasury",
  spendingStates: "none proposed approved blocked spent cancelled lapsed",
  tiers: "none local country world",
};

describe("enumerations", () => {
  it("are what the rules say, and no others", () => {
    const found = Object.entries(rules).map(([name, names]) => [name, names.join(" ")]);
    expect(Object.fromEntries(found)).to.deep.equal(enumerations);
  });
});

/** OpenZeppelin's. */
const OTHERS = ["DEFAULT_ADMIN_ROLE", "DOMAIN_SEPARATOR"];
