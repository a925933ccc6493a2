import { type TableName, tableNames } from "@one-small-town/core/verify/csv/cells.ts";
import type { Subject } from "@one-small-town/core/verify/Subject.ts";
import { linkTo } from "@one-small-town/core/verify/VerifyRoute.ts";
import { useState } from "react";
import type { Checked } from "../../chain/verify/CheckMessages.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { saveFile } from "../../components/saveFile.ts";
import { useSay } from "../../content/useSay.ts";
import { takeAwayWords } from "../../content/words/takeAway.ts";
import { fileName } from "./fileName.ts";
import type { MakeTable } from "./useCheck.ts";

/** About a business there is no table of hours: they are given to the town. */
const TOWN_ONLY: readonly TableName[] = ["timesheets", "claims"];

/** What to take away of a town or a business: its tables as files, and a poster. */
export function BooksCard({ checked: { block, subjects }, makeTable }: { checked: Checked; makeTable: MakeTable }) {
  const say = useSay();
  const [chosen, setChosen] = useState(0);
  const subject = subjects[chosen];
  if (subject === undefined) return null;
  const poster = subject.business ?? "town";
  return (
    <Card title={say(takeAwayWords.take)}>
      <p className="text-soft max-w-prose text-sm">{say(takeAwayWords.takeHelp)}</p>
      <label className="my-4 block font-medium">
        {say(takeAwayWords.of)}
        <select
          className="border-line bg-card mt-1 block min-h-12 w-full max-w-sm rounded-lg border-2 px-3 font-normal"
          value={chosen}
          onChange={({ target }) => setChosen(Number(target.value))}
        >
          {subjects.map(({ name, business }, i) => (
            <option key={i} value={i}>
              {business === null ? name : `– ${name}`}
            </option>
          ))}
        </select>
      </label>
      <Tables key={chosen} subject={subject} block={block.number} makeTable={makeTable} />
      <p className="mt-4">
        <a
          href={linkTo("", { block: block.number, town: subject.town, poster })}
          className="inline-block py-2 font-medium"
        >
          {say(takeAwayWords.poster)}
        </a>
        <span className="text-soft block max-w-prose text-sm">{say(takeAwayWords.posterHelp)}</span>
      </p>
    </Card>
  );
}

type TablesProps = { subject: Subject; block: bigint; makeTable: MakeTable };

function Tables({ subject: { name, town, business }, block, makeTable }: TablesProps) {
  const say = useSay();
  const [told, setTold] = useState("");
  const shown = tableNames.filter((table) => business === null || !TOWN_ONLY.includes(table));

  async function save(table: TableName): Promise<void> {
    setTold("");
    const csv = await makeTable({ table, town, business });
    const file = fileName({ name, table, block });
    if (csv !== null) saveFile(file, csv, "text/csv");
    setTold(say(csv === null ? takeAwayWords.notMade : takeAwayWords.saved(file)));
  }

  return (
    <>
      <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
        {shown.map((table) => (
          <Button key={table} look="second" className="px-2 sm:px-5" onClick={() => void save(table)}>
            {say(takeAwayWords.tables[table])}
          </Button>
        ))}
      </div>
      <p role="status" className="text-soft mt-2 min-h-[1.5lh] text-sm break-words">
        {told}
      </p>
    </>
  );
}
