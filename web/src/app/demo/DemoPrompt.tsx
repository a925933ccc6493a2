import { Button } from "../../components/Button.tsx";
import { Sheet } from "../../components/Sheet.tsx";
import { useSay } from "../../content/useSay.ts";
import { demoWords } from "../../content/words/demo.ts";
import type { Asked } from "./describeRequest.ts";

type Props = { name: string; asked: Asked; onAnswer: (isConfirmed: boolean) => void };

/** What a wallet would show before it signs. Closing it is a no. */
export function DemoPrompt({ name, asked: { task, to, details, isSent }, onAnswer }: Props) {
  const say = useSay();
  return (
    <Sheet title={say(demoWords.asks(name))} isOpen onClose={() => onAnswer(false)}>
      <div className="space-y-4">
        <p className="font-semibold">{say(isSent ? demoWords.send(task) : demoWords.sign(task))}</p>
        <dl className="bg-sunken figures space-y-2 rounded-lg p-3 text-sm break-all">
          {to !== null && <Row name={say(demoWords.to)} value={to} />}
          {details.map((detail) => (
            <Row key={detail.name} {...detail} />
          ))}
          {isSent && <Row name={say(demoWords.fee)} value={say(demoWords.freeFee)} />}
        </dl>
        <p className="text-soft text-sm">{say(demoWords.like)}</p>
        <div className="grid grid-cols-2 gap-3">
          <Button look="second" onClick={() => onAnswer(false)}>
            {say(demoWords.reject)}
          </Button>
          <Button onClick={() => onAnswer(true)}>{say(demoWords.confirm)}</Button>
        </div>
      </div>
    </Sheet>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="text-soft min-w-20">{name}</dt>
      <dd className="min-w-0 flex-1">{value}</dd>
    </div>
  );
}
