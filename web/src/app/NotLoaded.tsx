import { useEffect } from "react";
import { Button } from "../components/Button.tsx";
import { Notice } from "../components/Notice.tsx";
import { Page } from "../components/Page.tsx";
import { Sheet } from "../components/Sheet.tsx";
import { useSay } from "../content/useSay.ts";
import { commonWords } from "../content/words/common.ts";
import { setWalletState } from "../transactions/wallet/walletStore.ts";

const reload = () => location.reload();

/** Code that did not come: said in words. A browser fetches it anew only with the whole page, here as soon as it can. */
function NotLoaded() {
  const say = useSay();
  useEffect(() => {
    addEventListener("online", reload);
    return () => removeEventListener("online", reload);
  }, []);
  return (
    <Notice
      kind="bad"
      isLive
      action={
        <Button look="second" onClick={reload}>
          {say(commonWords.retry)}
        </Button>
      }
    >
      {say(commonWords.unreachableHelp)}
    </Notice>
  );
}

/** In place of a page whose code did not come, so that the way to the others stays. */
export function PageTrouble() {
  const say = useSay();
  return (
    <Page title={say(commonWords.notLoaded)}>
      <NotLoaded />
    </Page>
  );
}

/** In place of the list of wallets when its code did not come. */
export function SheetTrouble() {
  const say = useSay();
  return (
    <Sheet title={say(commonWords.notLoaded)} isOpen onClose={() => setWalletState({ isChoosing: false })}>
      <NotLoaded />
    </Sheet>
  );
}
