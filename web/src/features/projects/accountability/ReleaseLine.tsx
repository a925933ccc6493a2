import { dateTime, money, type Unit } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { accountabilityWords as words } from "../../../content/words/accountability.ts";
import type { Release } from "../../../chain/projects/accountability/Accountability.ts";
import { ProjectDocument } from "../ProjectDocument.tsx";

/** A part of the money that was asked for: whether it was paid, and the proof it rests on. */
export function ReleaseLine({ release, unit }: { release: Release; unit: Unit }) {
  const say = useSay();
  const { tranche, evidence, state } = release;
  return (
    <>
      <p className={`figures text-sm ${state.is === "paid" ? "text-good font-medium" : ""}`}>
        {state.is === "paid" && <span aria-hidden="true">✔ </span>}
        {say(stateWords(release, unit))}
      </p>
      <ProjectDocument title={say(words.evidence(String(tranche + 1)))} document={evidence} />
    </>
  );
}

function stateWords({ state, askedAt }: Release, unit: Unit) {
  switch (state.is) {
    case "paid":
      return words.paid(money(state.amount, unit), dateTime(state.at));
    case "asked":
      return words.asked(dateTime(askedAt));
    case "approved":
      return words.approved(dateTime(state.payableFrom));
    default:
      return words.stopped;
  }
}
