import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";
import { findingKeys, worstOf } from "@one-small-town/core/verify/Finding.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import { isEventless } from "../../web/src/chain/verify/isEventless.ts";
import { partsOfBooks, readBooks, type Reading } from "../../web/src/chain/verify/readBooks.ts";
import { CannotAudit } from "./CannotAudit.ts";
import { Mistake } from "../commands/Mistake.mjs";
import { compareHistory } from "../history/compareHistory.ts";
import { checkOrigin } from "./checkOrigin.ts";
import { checkCode } from "./code/checkCode.ts";
import { redeploy } from "./code/redeploy.ts";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { Head } from "@one-small-town/core/asking/endOfReading.ts";
import { openChain } from "./openChain.ts";
import { type OnProgress, progressOf } from "./progress.ts";
import type { CheckReport, InvariantReport, Line, Report } from "./Report.ts";
import { reportInvariants } from "./reportInvariants.ts";
import { reportRoles } from "./roles/reportRoles.ts";
import { reportOrder, reportState, reportTold } from "./reportState.ts";

type Subject = {
  deployment: Deployment;
  block: Head;
  town: number | null;
  history: string | null;
  memoryFile: string | null;
};
type Found = Pick<Report, "invariants" | "checks" | "holders" | "risks" | "currencies">;

const CHECKS = 4;

/** Reads all of a deployment at one block, and checks it. What cannot be read does not stop the rest. */
export async function auditChain(ask: Ask, subject: Subject, onProgress: OnProgress): Promise<Found> {
  const { deployment, block, town, history, memoryFile } = subject;
  const progress = progressOf(onProgress, partsOfBooks + CHECKS);
  const chain = openChain(ask, { deployment, block, memoryFile, onSwept: progress.swept });
  const check = async <found>(doing: string, work: Promise<found>, instead: found) => {
    return work.catch(() => instead).finally(() => progress.step(doing));
  };
  try {
    const codes = redeploy(deployment);
    codes.catch(() => undefined); // whoever waits for it is told
    const origin = check("checking its origin", checkOrigin(chain.ask, deployment), [unread("Its beginning")]);
    const wanted = { block: block.number, ...(town === null ? {} : { town }) };
    const onPart = () => progress.step("reading the books");
    const read = await readBooks(chain.system, { ...wanted, onPart }).catch(() => null);
    // A node without any event kept back what happened: that is neither an empty past nor one that does not add up.
    const reading = read !== null && isEventless(read.books, deployment) ? null : read;
    requireTown(reading, town);
    const sold = reading?.books ?? { towns: null, sales: null };
    const compared = codes.then((expected) => checkCode(chain.system, expected, sold, block.number));
    const code = check("comparing code", compared.catch(uncompared), [unread("The code")]);
    const from = async <made>(make: (books: Reading["books"]) => made | Promise<made>): Promise<made> => {
      if (reading === null) throw new Error("The books could not be read");
      return make(reading.books);
    };
    const order = from(reportOrder).catch(() => [unread("Some of what happened")]);
    const told = from(reportTold).catch(() => [unread("Some of what happened")]);
    const state = check("comparing state", from(reportState), [unread("Some of what they say")]);
    const roles = check(
      "checking roles",
      from((books) => reportRoles(chain.system, books)),
      { lines: [unread("Who holds which role")], holders: [], risks: [] },
    );
    const past = history === null ? null : await historyOf(chain, subject, history);
    const { lines, holders, risks } = await roles;
    return {
      invariants: invariantsOf(reading),
      checks: [
        checkReport("deployment", "The contracts are those that the deployment describes", await origin),
        checkReport("code", "The code on chain is what these sources compile to", await code),
        checkReport("order", "What happened is told in the order of the chain", await order),
        checkReport("told", "Nothing that is told contradicts the rest", await told),
        checkReport("roles", "Nobody holds a role but by the word of who may give it", lines),
        checkReport("state", "What the contracts say of themselves follows from all that happened", await state),
        ...(past === null ? [] : [checkReport("history", "The history is what the chain tells", past)]),
      ],
      holders,
      risks,
      currencies: reading?.currencies ?? [],
    };
  } finally {
    chain.close();
  }
}

async function historyOf({ ask }: ReturnType<typeof openChain>, { deployment, block }: Subject, place: string) {
  return compareHistory(ask, deployment, block, place).catch((error: unknown): Line[] => {
    if (error instanceof Mistake) return [{ outcome: "broken", words: error.message }];
    return [unread("What the history tells")];
  });
}

function invariantsOf(reading: Reading | null): InvariantReport[] {
  if (reading !== null) return reportInvariants(checkBooks(reading.books));
  return reportInvariants(findingKeys.map((key) => ({ key, outcome: "unavailable", rows: null })));
}

function requireTown(reading: Reading | null, wanted: number | null): void {
  if (wanted === null || !reading?.books.towns) return;
  if (townsOf(reading.books.towns).all.some(({ id }) => id === wanted)) return;
  throw new CannotAudit(`There is no town ${wanted} in this deployment.`);
}

function checkReport(key: CheckReport["key"], title: string, lines: readonly Line[]): CheckReport {
  return { key, title, lines, outcome: worstOf(lines.map(({ outcome }) => outcome)) };
}

function uncompared(error: Error): Line[] {
  return [{ outcome: "unavailable", words: `These sources could not be deployed again: ${error.message}` }];
}

function unread(what: string): Line {
  return { outcome: "unavailable", words: `${what} could not be read.` };
}
