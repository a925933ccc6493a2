// @vitest-environment jsdom
import { readTimesheet } from "@one-small-town/core/hours/readTimesheet.ts";
import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { renderSaid } from "../../../testing/renderSaid.tsx";
import { ProblemList } from "./ProblemList.tsx";
import { QuestionList } from "./QuestionList.tsx";

const head = "member,project,date,hours";
const readingOf = (rows: readonly string[]) =>
  readTimesheet(new TextEncoder().encode([head, ...rows].join("\n")), { weekIndex: 2981, members: 30, ownMember: 2 });

async function show(rows: readonly string[], canMend = true) {
  const reading = await readingOf(rows);
  if (reading.kind !== "refused") throw new Error(reading.kind);
  const onText = vi.fn();
  renderSaid(<ProblemList {...reading} text={canMend ? [head, ...rows].join("\n") : null} onText={onText} />);
  return onText;
}

describe("ProblemList", () => {
  it("says everything that is wrong at once, by row", async () => {
    await show(["99,Kitchen,2027-02-22,some", "2,Kitchen,2027-02-22,3", "3,Kitchen,2027-03-22,3"]);

    expect(screen.getByText("4 things must be mended")).toBeTruthy();
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent?.slice(0, 6))).toEqual([
      "Row 2:",
      "Row 3:",
      "Row 4:",
    ]);
  });

  it("mends a row with one tap where it is clear what was meant", async () => {
    const onText = await show(["3,Kitchen,2027-02-22,3.1"]);
    fireEvent.click(screen.getByRole("button", { name: "Write 3.25" }));

    expect(onText).toHaveBeenCalledWith(`${head}\n3,Kitchen,2027-02-22,3.25`);
  });

  it("takes what somebody writes into a row, and takes a row out", async () => {
    const onText = await show(["3,Kitchen,2027-02-22,some"]);
    fireEvent.change(screen.getByLabelText("Row 2 as it is written"), { target: { value: "3,Kitchen,2027-02-22,4" } });
    fireEvent.click(screen.getByRole("button", { name: "Change it" }));
    fireEvent.click(screen.getByRole("button", { name: "Take this row out" }));

    expect(onText.mock.calls).toEqual([[`${head}\n3,Kitchen,2027-02-22,4`], [`${head}\n`]]);
  });

  it("shows no fields for a file that has to be mended elsewhere", async () => {
    await show(["3,Kitchen,2027-02-22,some"], false);

    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("shows twenty rows of many, and more at a tap", async () => {
    await show(Array.from({ length: 30 }, () => "3,Kitchen,2027-02-22,some"));
    expect(screen.getAllByRole("listitem")).toHaveLength(20);
    fireEvent.click(screen.getByRole("button", { name: "Show more" }));

    expect(screen.getAllByRole("listitem")).toHaveLength(30);
  });
});

describe("QuestionList", () => {
  it("answers one question by its name, or all of a kind", async () => {
    const rows = [3, 3, 4, 4].map((member) => `${member},Kitchen,2027-02-22,3`);
    const reading = await readingOf(rows);
    if (reading.kind !== "asked") throw new Error(reading.kind);
    const onAnswer = vi.fn();
    renderSaid(<QuestionList {...reading} onAnswer={onAnswer} />);
    const [first] = screen.getAllByRole("button", { name: "Written twice: count one" });
    if (first !== undefined) fireEvent.click(first);
    fireEvent.click(screen.getByRole("button", { name: "Two stints: count both, in all 2 such rows" }));

    expect(onAnswer.mock.calls).toEqual([[{ "repeatedRow 3": "once" }], [{ repeatedRow: "both" }]]);
  });
});
