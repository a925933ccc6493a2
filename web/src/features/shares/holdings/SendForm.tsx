import { readAddress } from "@one-small-town/core/members/addresses.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import { readShares } from "@one-small-town/core/shares/readShares.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Address } from "viem";
import type { HoldingNow } from "../../../chain/shares/Holding.ts";
import { sendingQuery } from "../../../chain/shares/sendingQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Field } from "../../../components/Field.tsx";
import { count } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords, type Place } from "../../../content/words/holdings.ts";
import { inputWords } from "../../../content/words/inputs.ts";
import { describeSending } from "../../../transactions/describeSending.ts";
import { sendShares } from "../../../transactions/sendShares.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

/** To whom and how many; everything that stands in the way is said while the person types, before any prompt. */
export function SendForm({ holding, place }: { holding: HoldingNow; place: Place }) {
  const say = useSay();
  const { token, held, scope } = holding;
  const [to, setTo] = useState("");
  const [hasTyped, setHasTyped] = useState(false);
  const [many, setMany] = useState("");
  const receiver = useReceiver(holding, to, place);
  const number = readShares(many);
  const shares = "shares" in number ? number.shares : null;
  const isTooMany = shares !== null && BigInt(shares) > held;
  const input =
    receiver.address === null || shares === null || isTooMany ? null : { token, to: receiver.address, shares, place };

  function problemOfNumber(): string | null {
    if (many === "") return null;
    if ("problem" in number) return say(inputWords.shares[number.problem]);
    return isTooMany ? say(holdingWords.sendTooMany(count(held))) : null;
  }

  return (
    <div className="space-y-5">
      <p className="text-sm">
        {say(holdingWords.mayGoTo(scope, place))} {say(holdingWords.sendHelp)}
      </p>
      <div>
        <Field
          label={say(holdingWords.sendTo)}
          hint={say(holdingWords.sendToHint)}
          value={to}
          spellCheck={false}
          problem={hasTyped ? receiver.problem : null}
          onBlur={() => setHasTyped(true)}
          onChange={(event) => setTo(event.target.value)}
        />
        <p role="status" className="text-good mt-1 text-sm font-medium">
          {receiver.address !== null && `✔ ${say(holdingWords.mayHave)}`}
        </p>
      </div>
      <Field
        label={say(holdingWords.sendShares)}
        hint={say(holdingWords.sendSharesHint(count(held)))}
        value={many}
        inputMode="numeric"
        problem={problemOfNumber()}
        onChange={(event) => setMany(event.target.value)}
      />
      <TransactionButton
        transaction={sendShares}
        input={input}
        label={say(
          input === null ? holdingWords.sendButton : holdingWords.sendNow(input.shares, shortAddress(input.to)),
        )}
        onDone={() => setMany("")}
      />
    </div>
  );
}

/** The receiver, once the chain has said that they may own these shares; or why not. */
function useReceiver({ token, holder }: HoldingNow, text: string, place: Place): Receiver {
  const say = useSay();
  const read = readAddress(text);
  const address = "address" in read ? read.address : null;
  const { data } = useQuery({
    ...sendingQuery(useSystem(), { token, from: holder, to: address ?? holder }),
    enabled: address !== null,
  });
  if (text.trim() === "") return { address: null, problem: null };
  if ("problem" in read) return { address: null, problem: say(inputWords.address[read.problem]) };
  if (data === undefined) return { address: null, problem: null };

  // One share: their number has a field of its own.
  const obstacle = describeSending({ from: holder, to: read.address, shares: 1n, ...data }, place);
  return obstacle === null ? { address: read.address, problem: null } : { address: null, problem: say(obstacle) };
}

type Receiver = { address: Address | null; problem: string | null };
