import { Button } from "../components/Button.tsx";
import { shortAddress } from "@one-small-town/core/text.ts";
import { useSay } from "../content/useSay.ts";
import { walletWords } from "../content/words/wallet.ts";
import { useSystem } from "../chain/useSystem.ts";
import { chooseWallet, useWalletState, type Wallet } from "../transactions/wallet/walletStore.ts";

/** Which wallet acts, or the way to one. Another network is a badge here, and a switch when it matters. */
export function AccountButton() {
  const say = useSay();
  const { deployment } = useSystem();
  const { wallet, isRestoring } = useWalletState();
  return (
    <Button
      look="second"
      className="!min-h-11 shrink-0 !px-3 text-sm whitespace-nowrap"
      isBusy={isRestoring}
      onClick={chooseWallet}
    >
      {wallet === null ? (
        say(walletWords.connect)
      ) : (
        <>
          <span className="figures max-w-36 truncate">{nameOf(wallet)}</span>
          {wallet.chainId !== deployment.chainId && (
            <span className="bg-warn-soft text-warn rounded px-1.5 text-xs">{say(walletWords.otherNetwork)}</span>
          )}
        </>
      )}
    </Button>
  );
}

/** People of the demo have names; everybody else knows a wallet by its address. */
function nameOf({ name, address }: Wallet): string {
  return import.meta.env.MODE === "demo" && name.startsWith("Demo: ") ? name : shortAddress(address);
}
