import { useEffect, useRef, useState } from "react";
import { Button } from "../components/Button.tsx";
import { Notice } from "../components/Notice.tsx";
import { describeError } from "../content/errors/describeError.ts";
import { isRefusal } from "../content/errors/describeTrouble.ts";
import { useSay } from "../content/useSay.ts";
import { walletWords } from "../content/words/wallet.ts";
import { useSystem } from "../chain/useSystem.ts";
import { findWallets, type FoundWallet, useFoundWallets } from "../transactions/wallet/foundWallets.ts";
import { connectTo } from "../transactions/wallet/wagmi.ts";

/** Every wallet of this browser, also one that comes late. While one is asked, another can be chosen. */
export function WalletList() {
  const say = useSay();
  const system = useSystem();
  const wallets = useFoundWallets();
  const latest = useRef<string | null>(null);
  const [trying, setTrying] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(findWallets, []);

  async function choose(found: FoundWallet): Promise<void> {
    latest.current = found.id;
    setTrying(found.id);
    setProblem(null);
    const trouble = await connectTo(system, found).then(
      () => null,
      (error: unknown) => error,
    );
    if (latest.current !== found.id) return; // another was chosen meanwhile
    setProblem(trouble);
    setTrying(null);
  }

  return (
    <>
      <p className="text-soft text-sm">{say(walletWords.whatFor)}</p>
      {wallets.length === 0 && (
        <Notice kind="info" title={say(walletWords.none)}>
          {say(walletWords.noneHelp)}
        </Notice>
      )}
      <ul className="space-y-2">
        {wallets.map((found) => (
          <li key={found.id}>
            <WalletButton
              found={found}
              hasTwin={wallets.filter(({ name }) => name === found.name).length > 1}
              isTried={trying === found.id}
              onChoose={() => void choose(found)}
            />
          </li>
        ))}
      </ul>
      {problem !== null && (
        <Notice kind={isRefusal(problem) ? "warn" : "bad"} isLive>
          {say(describeError(problem))}
        </Notice>
      )}
    </>
  );
}

const SLOW = 15_000;

type WalletProps = { found: FoundWallet; hasTwin: boolean; isTried: boolean; onChoose: () => void };

/** Two wallets of one name are told apart by who made them. */
function WalletButton({ found, hasTwin, isTried, onChoose }: WalletProps) {
  const say = useSay();
  const name = found.name === "" ? say(walletWords.unnamed) : found.name;
  return (
    <>
      <Button look="second" className="w-full !justify-start" isBusy={isTried} onClick={onChoose}>
        {found.icon !== undefined && <img src={found.icon} alt="" className="size-7 rounded" />}
        <span className="text-start">
          {say(walletWords.connectWith(name))}
          {hasTwin && <span className="text-soft block text-sm font-normal break-all">{found.maker}</span>}
        </span>
      </Button>
      {isTried && <Waiting name={name} />}
    </>
  );
}

function Waiting({ name }: { name: string }) {
  const say = useSay();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className="text-soft mt-1 text-sm">
      {say(isSlow ? walletWords.silent(name) : walletWords.waiting(name))}
    </p>
  );
}
