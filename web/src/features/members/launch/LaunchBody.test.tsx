// @vitest-environment jsdom
import { dataDocument } from "@one-small-town/core/documents/dataDocument.ts";
import { LAUNCH_STEPS } from "@one-small-town/core/rules/TownRegistry.ts";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { zeroAddress } from "viem";
import { afterEach, expect, it } from "vitest";
import { type LaunchPast, launchPastQuery } from "../../../chain/members/launchPastQuery.ts";
import { type Launch, launchQuery } from "../../../chain/members/launchQuery.ts";
import { officesQuery } from "../../../chain/roles/officesQuery.ts";
import { launchWords } from "../../../content/words/launch.ts";
import { renderRead } from "../../../testing/renderRead.tsx";
import { LaunchBody } from "./LaunchBody.tsx";

const TOWN = {
  id: 1,
  name: "Willowmere",
  country: 710,
  currency: { address: zeroAddress, symbol: "USDC", decimals: 6 },
};
const PLAN = dataDocument("Bread first", "text/plain");
const MEETING = dataDocument("Held in the hall on 3 May", "text/plain");
const NOTHING = Array.from({ length: LAUNCH_STEPS }, () => null);

/** The page, of a chain on which the ninth step is done. */
function show(launch: Partial<Launch>, past: LaunchPast | null, office?: { scope: number; actsFrom: number | null }) {
  renderRead(<LaunchBody town={TOWN} />, {
    known: (system) => [
      { queryKey: launchQuery(system, 1).queryKey, data: { plan: null, evidence: NOTHING, ...launch } },
      ...(past === null ? [] : [{ queryKey: launchPastQuery(system, 1).queryKey, data: past }]),
      {
        queryKey: officesQuery(system, zeroAddress).queryKey,
        data: office === undefined ? [] : [Object.assign({ kind: "townAmbassador" }, office)],
      },
    ],
  });
}

afterEach(() => {
  document.body.innerHTML = "";
});

it("has a name for each step that the contract counts", () => {
  expect(launchWords.names).toHaveLength(LAUNCH_STEPS);
  expect(new Set(launchWords.names.map(({ id }) => id)).size).toBe(LAUNCH_STEPS);
});

it("shows the plan, its number and since when it stands, and what a step was shown by and when", async () => {
  const evidence = NOTHING.with(8, MEETING.hash as never);
  const steps = NOTHING.with(8, { evidence: MEETING, at: 1_780_000_000 } as never);
  show({ plan: { ...PLAN, version: 3 }, evidence }, { plan: { version: 3, at: 1_770_000_000 }, steps });

  screen.getByText(/^Plan number 3, since .*2026$/);
  screen.getAllByText("This is what was promised.");
  screen.getByText("1 of 20 steps are done");
  screen.getByText("A town meeting has heard the plan.");
  screen.getByText(/^Done, written down on .*2026$/);
  expect(screen.getAllByText("Not done yet")).toHaveLength(LAUNCH_STEPS - 1);
  const paper = screen.getByText("See the paper that shows it").closest("details");
  if (paper === null) throw new Error("It cannot be opened");
  paper.open = true;
  fireEvent(paper, new Event("toggle"));
  await waitFor(() => screen.getByText("The paper of step 9"));
});

it("says that a step is done before it knows when", () => {
  show({ evidence: NOTHING.with(8, MEETING.hash as never) }, null);

  screen.getByText("This town has no plan yet.");
  screen.getByText("Done");
  expect(screen.queryByText("See the paper that shows it")).toBeNull();
});

it("does not show an older paper for the one that stands", () => {
  const steps = NOTHING.with(8, { evidence: PLAN, at: 1_780_000_000 } as never);
  show({ evidence: NOTHING.with(8, MEETING.hash as never) }, { plan: null, steps });

  screen.getByText("Done");
  expect(screen.queryByText("See the paper that shows it")).toBeNull();
});

it("does not say of a new plan since when the one before it stands", () => {
  show({ plan: { ...PLAN, version: 4 } }, { plan: { version: 3, at: 1_770_000_000 }, steps: NOTHING });

  screen.getByText("Plan number 4");
});

it("says of a plan that is not what the chain promises that it is not", () => {
  show({ plan: { hash: MEETING.hash, uri: PLAN.uri, version: 1 } }, null);

  screen.getByText("This is not what was promised. Do not trust it.");
});

it("makes no link of an address that runs or hides something", () => {
  show({ plan: { hash: PLAN.hash, uri: "javascript:alert(1)//\u202e", version: 1 } }, null);

  expect(document.querySelector("a[href^='javascript']")).toBeNull();
  expect(document.body.textContent).not.toContain("\u202e");
});

it.each([
  ["has no office", undefined, 0],
  ["is the ambassador of another town", { scope: 2, actsFrom: null }, 0],
  ["has powers that have not begun", { scope: 1, actsFrom: 1_900_000_000 }, 0],
  ["is the Town Ambassador", { scope: 1, actsFrom: null }, LAUNCH_STEPS],
])("lets nobody but who acts write: somebody who %s", (_, office, buttons) => {
  show({}, { plan: null, steps: NOTHING }, office);

  expect(screen.queryAllByText("Write down that it is done")).toHaveLength(buttons);
  expect(screen.queryAllByText("Write down a new plan")).toHaveLength(buttons === 0 ? 0 : 1);
});
