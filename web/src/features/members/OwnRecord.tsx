import { shortAddress } from "@one-small-town/core/text.ts";
import { readAddress } from "@one-small-town/core/members/addresses.ts";
import { type ReactNode, useState } from "react";
import type { OwnCase } from "../../chain/decisions/ownCaseQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { Card } from "../../components/Card.tsx";
import { Field } from "../../components/Field.tsx";
import { useSay } from "../../content/useSay.ts";
import { decisionWords } from "../../content/words/decisions.ts";
import { inputWords } from "../../content/words/inputs.ts";
import { resign } from "../../transactions/resign.ts";
import { setNominee } from "../../transactions/setNominee.ts";
import { TransactionButton } from "../../transactions/TransactionButton.tsx";
import { MoveForm } from "./MoveForm.tsx";

type Props = { own: OwnCase; towns: readonly Town[] };

/** What a person says about themselves: who follows them, where they move, that they leave. */
export function OwnRecord({ own, towns }: Props) {
  const say = useSay();
  const { person, nominee } = own;
  const town = towns.find(({ id }) => id === person.town);
  return (
    <Card title={say(decisionWords.record)}>
      <div className="divide-line divide-y">
        <Part title={say(decisionWords.nominee)}>
          <NomineeForm nominee={nominee} />
        </Part>
        {person.country > 0 && !person.suspended && (
          <Part title={say(decisionWords.move)}>
            <MoveForm own={own} towns={towns} />
          </Part>
        )}
        {person.number > 0 && !person.left && !person.suspended && town !== undefined && (
          <Part title={say(decisionWords.leave)}>
            <p>{say(decisionWords.leaveHelp)}</p>
            <TransactionButton
              look="second"
              transaction={resign}
              input={town}
              label={say(decisionWords.leaveButton(town.name))}
            />
          </Part>
        )}
      </div>
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary className="font-sign min-h-12 py-3 text-lg font-bold">{title}</summary>
      <div className="max-w-md space-y-4 pb-4">{children}</div>
    </details>
  );
}

function NomineeForm({ nominee }: Pick<OwnCase, "nominee">) {
  const say = useSay();
  const [text, setText] = useState("");
  const [hasTyped, setHasTyped] = useState(false);
  const read = readAddress(text);
  const address = "address" in read ? read.address : null;
  const problem = hasTyped && text !== "" && "problem" in read ? say(inputWords.address[read.problem]) : null;
  return (
    <>
      <p>{say(decisionWords.nomineeHelp)}</p>
      <p className="figures text-sm break-all">
        {say(nominee === null ? decisionWords.nomineeNone : decisionWords.nomineeNow(nominee))}
      </p>
      <Field
        label={say(decisionWords.nomineeField)}
        value={text}
        spellCheck={false}
        problem={problem}
        onBlur={() => setHasTyped(true)}
        onChange={(event) => setText(event.target.value)}
      />
      <TransactionButton
        transaction={setNominee}
        input={address === null ? null : { nominee: address }}
        label={say(address === null ? decisionWords.nomineeSet : decisionWords.nomineeTitle(shortAddress(address)))}
        onDone={() => setText("")}
      />
      {nominee !== null && (
        <TransactionButton
          look="second"
          transaction={setNominee}
          input={{ nominee: null }}
          label={say(decisionWords.nomineeRemove)}
        />
      )}
    </>
  );
}
