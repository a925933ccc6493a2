import { AddressText } from "../../../components/AddressText.tsx";
import { Card } from "../../../components/Card.tsx";
import { date } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { accountabilityWords } from "../../../content/words/accountability.ts";
import { powerWords } from "../../../content/words/powers.ts";
import type { Accountability, KeyHolder, KeyName } from "../../../chain/projects/accountability/Accountability.ts";
import { useSystem } from "../../../chain/useSystem.ts";

const NAMES: readonly KeyName[] = ["townAmbassador", "countryAmbassador", "manager", "payout", "headOffice"];

/** Everybody who can do something for a business: their wallet, since when, and what they can and cannot do. */
export function WhoCard({ keys }: { keys: Accountability["keys"] }) {
  const say = useSay();
  return (
    <Card title={say(powerWords.who)}>
      <ul className="divide-line divide-y">
        {NAMES.map((name) => {
          const holder = keys[name];
          return (
            <li key={name} className="space-y-1 py-3 first:pt-0 last:pb-0">
              <h3 className="text-base">{say(accountabilityWords.keys[name])}</h3>
              {holder === null ? (
                <p className="text-warn text-sm">{say(powerWords.nobody)}</p>
              ) : (
                <Holder holder={holder} />
              )}
              <p className="text-sm">{say(powerWords.may[name])}</p>
              <p className="text-soft text-sm">{say(powerWords.mayNot[name])}</p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Holder({ holder: { wallet, since, isContract } }: { holder: KeyHolder }) {
  const say = useSay();
  const { explorer } = useSystem().settings.network;
  return (
    <div className="text-sm">
      <AddressText address={wallet} explorer={explorer} />
      <p className="text-soft min-h-10">
        {since !== null && <>{say(powerWords.since(date(since)))} · </>}
        {say(isContract ? powerWords.contractWallet : powerWords.plainWallet)}
      </p>
    </div>
  );
}
