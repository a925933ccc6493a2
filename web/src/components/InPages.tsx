import { type ReactNode, useState } from "react";
import { useSay } from "../content/useSay.ts";
import { pagesWords } from "../content/words/pages.ts";
import { Button } from "./Button.tsx";

type Props<item> = {
  items: readonly item[];
  /** How many are shown at first, and with each tap more. */
  page?: number;
  children: (shown: readonly item[]) => ReactNode;
};

/** A list that strangers can make long: its beginning, and a button that says how much more there is. */
export function InPages<item>({ items, page = 25, children }: Props<item>) {
  const say = useSay();
  const [most, setMost] = useState(page);
  const rest = items.length - most;
  return (
    <>
      {children(items.slice(0, most))}
      {rest > 0 && (
        <Button look="second" className="mt-4 w-full" onClick={() => setMost(most + page)}>
          {say(pagesWords.showMore(rest))}
        </Button>
      )}
    </>
  );
}
