// @vitest-environment jsdom
import { fireEvent, screen } from "@testing-library/react";
import { zeroAddress, zeroHash } from "viem";
import { expect, it } from "vitest";
import { projectsQuery } from "../../../chain/projects/projectsQuery.ts";
import type { Project } from "../../../chain/projects/readProject.ts";
import { officesQuery } from "../../../chain/roles/officesQuery.ts";
import { renderRead } from "../../../testing/renderRead.tsx";
import { IdeasBody } from "./IdeasBody.tsx";

const TOWN = {
  id: 1,
  name: "Willowmere",
  country: 710,
  currency: { address: zeroAddress, symbol: "USDC", decimals: 6 },
};

function project(number: number, changes: Partial<Project>): Project {
  const idea = { id: BigInt(number), number, town: 1, kind: "community", stage: "idea", manager: zeroAddress } as const;
  const rest = { payout: zeroAddress, plan: zeroHash, pack: zeroHash, metadata: null, metadataUri: "", offering: 0n };
  return Object.assign({}, idea, rest, changes);
}

function show(projects: readonly Project[], isAmbassador = false): void {
  renderRead(<IdeasBody town={TOWN} />, {
    known: (system) => [
      { queryKey: projectsQuery(system, 1).queryKey, data: { count: projects.length, from: 1, projects } },
      {
        queryKey: officesQuery(system, zeroAddress).queryKey,
        data: isAmbassador ? [{ kind: "townAmbassador", scope: 1, actsFrom: null }] : [],
      },
    ],
  });
}

function write(label: string, text: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

const submit = () => screen.getByRole<HTMLButtonElement>("button", { name: "Propose this idea" });

it("counts all that was proposed, and lists what still is an idea", () => {
  show([
    project(1, { metadata: { title: "Bakery" }, stage: "operating" }),
    project(2, { metadata: { title: "Dairy", sector: "Farming" } }),
    project(3, {}),
  ]);

  screen.getByText("3 ideas of the 50 to 100 that a town looks for");
  screen.getByText("Dairy");
  screen.getByText("Project 3");
  expect(screen.queryByText("Bakery")).toBeNull();
  expect(screen.queryByText("Write a plan for it")).toBeNull();
});

it("lets the Town Ambassador plan each idea", () => {
  show([project(2, { metadata: { title: "Dairy" } })], true);

  screen.getByText("Write a plan for it");
});

it("offers 22 fields of work", () => {
  show([]);

  expect(screen.getByLabelText<HTMLSelectElement>("Field of work").options).toHaveLength(1 + 22);
});

it.each(["", "   ", "\u202e\u200b", "\ud800"])("proposes nothing under the name %j, and says so", (name) => {
  show([]);
  write("Its name", name);
  fireEvent.blur(screen.getByLabelText("Its name"));

  screen.getByText("Give it a name.");
  expect(submit().disabled).toBe(true);
});

it("takes a name as it is, whatever stands in it", () => {
  show([]);
  write("Its name", `<img src=x onerror=alert(1)>"},{"title":"x`);

  expect(submit().disabled).toBe(false);
  expect(document.querySelector("img")).toBeNull();
});

it("warns of less than three times what the town uses, and proposes it all the same", () => {
  show([]);
  write("Its name", "Dairy");
  write("How much will it make in a year?", "500 litres");
  write("How much of that does the town use in a year?", "200 litres");

  screen.getByText(/^That is 2.5 times what the town uses/);
  expect(submit().disabled).toBe(false);
  write("How much will it make in a year?", "600 litres");
  expect(screen.queryByText(/^That is/)).toBeNull();
});

it("asks why it closed of what the town had before", () => {
  show([]);
  expect(screen.queryByLabelText("Why did it close?")).toBeNull();
  fireEvent.click(screen.getByLabelText("The town had this before, and it closed"));

  screen.getByLabelText("Why did it close?");
});
