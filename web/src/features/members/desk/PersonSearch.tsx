import { readAddress } from "@one-small-town/core/members/addresses.ts";
import { MAX_MEMBERS } from "@one-small-town/core/rules/Timesheet.ts";
import { type FormEvent, useState } from "react";
import type { Address } from "viem";
import { readMemberWallet } from "../../../chain/members/readMemberWallet.ts";
import type { Town } from "../../../chain/members/Town.ts";
import type { OfficeKind } from "../../../chain/roles/officesQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { Card } from "../../../components/Card.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { peopleWords } from "../../../content/words/people.ts";
import { useSay } from "../../../content/useSay.ts";
import { useOpenBook, walletsNamed } from "./book.ts";
import { PersonCard } from "./PersonCard.tsx";
import { WalletField } from "./WalletField.tsx";

type Props = { town: Town; offices: readonly OfficeKind[] };

const MOST_FOUND = 10;

/** Finds people by member number, wallet, or a name of the registrar's own book. */
export function PersonSearch({ town, offices }: Props) {
  const say = useSay();
  const system = useSystem();
  const opened = useOpenBook();
  const [wanted, setWanted] = useState("");
  const [found, setFound] = useState<readonly Address[] | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function find(): Promise<readonly Address[]> {
    const read = readAddress(wanted);
    if ("address" in read) return [read.address];
    const text = wanted.trim();
    if (!/^\d{1,5}$/.test(text)) return opened === null ? [] : walletsNamed(opened.book, text).slice(0, MOST_FOUND);
    if (Number(text) < 1 || Number(text) > MAX_MEMBERS) return [];
    const wallet = await readMemberWallet(system, town.id, Number(text));
    return wallet === null ? [] : [wallet];
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsBusy(true);
    void find()
      .then(setFound, () => setFound([]))
      .finally(() => setIsBusy(false));
  }

  return (
    <>
      <Card title={say(peopleWords.search)}>
        <form className="space-y-3" onSubmit={submit}>
          <SearchField value={wanted} onChange={setWanted} />
          <Button type="submit" isBusy={isBusy} disabled={wanted.trim() === ""}>
            {say(peopleWords.searchNow)}
          </Button>
        </form>
        {found?.length === 0 && (
          <Notice kind="info" isLive>
            {say(peopleWords.searchNone)}
          </Notice>
        )}
      </Card>
      {found?.map((wallet) => (
        <PersonCard key={wallet} town={town} wallet={wallet} offices={offices} name={opened?.book.names[wallet]} />
      ))}
    </>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const say = useSay();
  return (
    <WalletField
      label={say(peopleWords.search)}
      hint={say(peopleWords.searchHint)}
      value={value}
      onChange={onChange}
      isFree
    />
  );
}
