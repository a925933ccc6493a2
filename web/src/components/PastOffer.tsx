import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";
import { Button } from "./Button.tsx";

/** What has happened would take many requests: nobody waits for them, or pays for them, who does not want to. */
export function PastOffer({ accept }: { accept: () => void }) {
  const say = useSay();
  return (
    <div className="space-y-3">
      <p className="text-soft text-sm">{say(commonWords.pastOffer)}</p>
      <Button look="second" onClick={accept}>
        {say(commonWords.readPast)}
      </Button>
    </div>
  );
}
