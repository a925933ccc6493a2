import { shareWords } from "../content/words/shares.ts";
import { useSay } from "../content/useSay.ts";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";

type Props = {
  label: string;
  hint: string;
  text: string;
  onChange: (text: string) => void;
  /** What the text says; null when it says no whole number. */
  shares: number | null;
  most: number;
  problem: string | null;
};

/** A number of whole shares, typed or tapped. */
export function ShareCount({ label, hint, text, onChange, shares, most, problem }: Props) {
  const say = useSay();
  const step = (by: number) => onChange(String(Math.min(most, Math.max(1, (shares ?? 0) + by))));
  return (
    <Field
      label={label}
      hint={hint}
      problem={problem}
      inputMode="numeric"
      value={text}
      onChange={(event) => onChange(event.target.value)}
      beside={
        <>
          <StepButton sign="−" label={say(shareWords.fewer)} disabled={(shares ?? 0) <= 1} onClick={() => step(-1)} />
          <StepButton sign="+" label={say(shareWords.more)} disabled={(shares ?? 0) >= most} onClick={() => step(1)} />
        </>
      }
    />
  );
}

type StepProps = { sign: string; label: string; disabled: boolean; onClick: () => void };

function StepButton({ sign, label, disabled, onClick }: StepProps) {
  return (
    <Button look="second" className="!px-4 text-lg" aria-label={label} disabled={disabled} onClick={onClick}>
      {sign}
    </Button>
  );
}
