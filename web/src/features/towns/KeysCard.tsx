import { AddressText } from "../../components/AddressText.tsx";
import { Card } from "../../components/Card.tsx";
import { countryName, dateTime } from "../../content/format.ts";
import { keyWords } from "../../content/words/keys.ts";
import { useSay } from "../../content/useSay.ts";
import type { Key, TownFigures } from "../../chain/members/townFiguresQuery.ts";

type Props = { figures: TownFigures; country: number; explorer: string | null };

/** The two people without whom nothing big happens in a town. */
export function KeysCard({ figures: { townKey, countryKey, isActive }, country, explorer }: Props) {
  const say = useSay();
  const keys = [
    { name: say(keyWords.townAmbassador), held: townKey },
    { name: say(keyWords.countryAmbassador(countryName(country))), held: countryKey },
  ];
  return (
    <Card title={say(keyWords.keys)}>
      <p className="text-sm">{say(keyWords.keysHelp)}</p>
      <ul className="mt-4 space-y-4">
        {keys.map(({ name, held }) => (
          <li key={name} className="flex gap-3">
            <KeySign isHeld={held.acting !== null} />
            <div className="min-w-0">
              <h3 className="text-base">{name}</h3>
              <Holder held={held} explorer={explorer} />
            </div>
          </li>
        ))}
      </ul>
      {isActive && <p className="text-good mt-4 text-sm font-medium">✔ {say(keyWords.isActive)}</p>}
    </Card>
  );
}

/** Who acts, and who was appointed and will. */
function Holder({ held: { acting, next }, explorer }: { held: Key; explorer: string | null }) {
  const say = useSay();
  return (
    <>
      {acting === null ? (
        <span className="text-warn">{say(keyWords.noHolder)}</span>
      ) : (
        <AddressText address={acting} explorer={explorer} />
      )}
      {next !== null && (
        <div className="text-soft mt-1 text-sm">
          <p>{say(keyWords.takesOver(dateTime(next.from)))}</p>
          <AddressText address={next.wallet} explorer={explorer} />
        </div>
      )}
    </>
  );
}

function KeySign({ isHeld }: { isHeld: boolean }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className={`mt-0.5 size-6 shrink-0 fill-none stroke-2 ${isHeld ? "stroke-link" : "stroke-soft"}`}
    >
      <circle cx="7" cy="12" r="4.5" strokeDasharray={isHeld ? undefined : "3 3"} />
      <path d="M11.5 12H22v4M18 12v3" strokeDasharray={isHeld ? undefined : "3 3"} />
    </svg>
  );
}
