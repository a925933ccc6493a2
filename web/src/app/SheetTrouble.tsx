import { Sheet } from "../components/Sheet.tsx";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";
import { setWalletState } from "../transactions/wallet/walletStore.ts";
import { NotLoaded } from "./NotLoaded.tsx";

/** In place of the list of wallets when its code did not come. */
export function SheetTrouble() {
  const say = useSay();
  return (
    <Sheet title={say(commonWords.notLoaded)} isOpen onClose={() => setWalletState({ isChoosing: false })}>
      <NotLoaded />
    </Sheet>
  );
}
