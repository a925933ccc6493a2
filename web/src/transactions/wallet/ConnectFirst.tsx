import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { walletWords } from "../../content/words/wallet.ts";
import { useSay } from "../../content/useSay.ts";
import { chooseWallet } from "./walletStore.ts";

/** In place of what needs a wallet: what is here for those who have one, and the way to it. */
export function ConnectFirst({ title, help }: { title: string; help: string }) {
  const say = useSay();
  return (
    <Card title={title}>
      <p className="mb-4 max-w-prose">{help}</p>
      <Button onClick={chooseWallet}>{say(walletWords.choose)}</Button>
      <p className="text-soft mt-3 text-sm">{say(walletWords.whatFor)}</p>
    </Card>
  );
}
