import { WHOLE } from "@one-small-town/core/rules/Deeds.ts";
import { hasSucceeded } from "@one-small-town/core/shares/phases.ts";
import { count, money, percent } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords } from "../../../content/words/holdings.ts";
import type { Holding } from "../../../chain/shares/Holding.ts";

/** The shares a person has, as a number, as a part of all, and what they paid for them. */
export function Ownership({ holding: { held, supply, phase }, holding }: { holding: Holding }) {
  const say = useSay();
  if (held === 0n) return <p>{say(holdingWords.formerly)}</p>;
  const basisPoints = (Number(held) / Number(supply)) * WHOLE;
  const part = percent(basisPoints);
  return (
    <div>
      <p className="font-sign figures text-2xl font-bold">{say(holdingWords.shares(Number(held)))}</p>
      {phase !== "failed" && (
        <>
          <div className="bg-sunken mt-2 h-3 overflow-hidden rounded-full" aria-hidden="true">
            <div className="bg-local h-full min-w-1 rounded-full" style={{ width: `${basisPoints / 100}%` }} />
          </div>
          <p className="mt-1.5 text-sm">
            {say((hasSucceeded(phase) ? holdingWords.partOfAll : holdingWords.partOfSold)(part, count(supply)))}
          </p>
        </>
      )}
      <Paid holding={holding} />
    </div>
  );
}

/** Shares may also have come from somebody else, or gone to somebody: what was paid is told apart from what is held. */
function Paid({ holding: { past, held, token } }: { holding: Holding }) {
  const say = useSay();
  const price = money(token.price, token.currency);
  if (past === undefined) return <p className="mt-1 min-h-10 text-sm" />;
  const { bought } = past;
  return (
    <p className="text-soft mt-1 min-h-10 text-sm">
      {bought === 0n
        ? say(holdingWords.gotAll)
        : say(holdingWords.paid(count(bought), price, money(bought * token.price, token.currency)))}
      {bought > 0n && held > bought && ` ${say(holdingWords.gotSome(Number(held - bought)))}`}
    </p>
  );
}
