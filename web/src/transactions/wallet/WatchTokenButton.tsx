import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { watchTokenWords } from "../../content/words/watchToken.ts";
import { useSay } from "../../content/useSay.ts";
import { useSystem } from "../../chain/useSystem.ts";
import type { WatchedToken } from "./watchToken.ts";

type Outcome = "idle" | "asking" | "added" | "refused" | "unable";

/** Shows a token in the wallet's own list; says what to do where the wallet cannot. */
export function WatchTokenButton({ token }: { token: WatchedToken }) {
  const say = useSay();
  const system = useSystem();
  const [outcome, setOutcome] = useState<Outcome>("idle");

  async function ask(): Promise<void> {
    setOutcome("asking");
    const { watchToken } = await import("./watchToken.ts");
    setOutcome(await watchToken(system, token));
  }

  return (
    <div>
      <Button look="quiet" className="!px-0 text-sm" isBusy={outcome === "asking"} onClick={() => void ask()}>
        {say(watchTokenWords.add(token.symbol))}
      </Button>
      <p role="status" className="text-soft text-sm">
        {outcome === "added" && say(watchTokenWords.added(token.symbol))}
        {outcome === "refused" && say(watchTokenWords.refused)}
        {outcome === "unable" && (
          <>
            {say(watchTokenWords.unable(token.symbol))} <span className="figures break-all">{token.address}</span>
          </>
        )}
      </p>
    </div>
  );
}
