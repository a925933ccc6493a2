import { demoWords } from "../../content/words/demo.ts";
import { deskWords } from "../../content/words/desk.ts";
import { useSay } from "../../content/useSay.ts";
import type { DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";
import { useWallet } from "../../transactions/wallet/walletStore.ts";

type Props = { person: DemoPerson; onChoose: (person: DemoPerson) => Promise<void> };

/** A person of the demo, with what they can do next. */
export function PersonButton({ person, onChoose }: Props) {
  const say = useSay();
  const isYou = useWallet()?.address === person.address;
  const office = person.office === null ? [] : [say(deskWords.offices[person.office])];
  const next = [...office, ...person.next.map((step) => say(demoWords.next(step)))];
  return (
    <li>
      <button
        type="button"
        disabled={isYou}
        onClick={() => void onChoose(person)}
        className="bg-card border-line hover:border-ink disabled:bg-sunken min-h-12 w-full cursor-pointer rounded-lg border-2 px-4 py-2 text-start disabled:cursor-default"
      >
        <span className="block font-semibold">{person.name}</span>
        <span className="text-soft block text-sm">
          {isYou ? say(demoWords.isYou) : next.join(" · ") || say(demoWords.nothing)}
        </span>
      </button>
    </li>
  );
}
