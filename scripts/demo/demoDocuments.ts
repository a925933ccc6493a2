import type { Document } from "@one-small-town/core/documents/Document.ts";
import { dataDocument } from "@one-small-town/core/documents/dataDocument.ts";
import type { DemoProject, DemoVenture } from "./demoProjects.ts";
import { planFigures } from "./planFigures.ts";

/** What a project says of itself. */
export function metadataOf(project: DemoProject): Document {
  const { title, sector, about, goal, budget, size, horizon } = project;
  const words = { title, sector, about, goal, budget, size, horizon };
  return dataDocument(JSON.stringify(words), "application/json");
}

export function planOf(project: DemoProject): Document {
  return text(...planWords(project));
}

/** With the figures that its forecast and accounts are held against; `firstQuarter` is the first that they are for. */
export function ventureOf(venture: DemoVenture, firstQuarter: number): Document {
  return text(...planWords(venture), planFigures(venture.title, venture.figures, firstQuarter));
}

function planWords({ title, about, goal, budget, horizon }: DemoProject): string[] {
  return [
    ...[`Plan: ${title}`, about, `Goal: ${goal}`, `Budget: ${budget}`, `Time: ${horizon}`],
    "This is a demo. Nobody wrote a longer plan.",
  ];
}

export function packOf({ title, goal }: DemoProject): Document {
  return text(
    ...[`What a buyer of shares should know: ${title}`, `What we want to reach: ${goal}`],
    "What can go wrong: fewer people buy from us than we hope, a machine breaks, or the work costs more than planned. " +
      "Then a share may pay little or nothing.",
    "Who holds the money: the contract of the sale, until both ambassadors let a part go.",
    "This is a demo. Its dollars have no value.",
  );
}

export function accountsOf(title: string, period: string, profit: string): Document {
  return text(`Accounts: ${title}`, period, `Net profit: ${profit} dollars`, "This is a demo.");
}

export function evidenceOf(title: string, what: string): Document {
  return text(title, what, "This is a demo.");
}

function text(...paragraphs: string[]): Document {
  return dataDocument(`${paragraphs.join("\n\n")}\n`, "text/plain");
}
