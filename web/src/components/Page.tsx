import { type ReactNode, useEffect } from "react";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";

type Props = { title: string; sign?: ReactNode; children: ReactNode };

/** A page: its title in the window, a street sign with its name, and what stands below. */
export function Page({ title, sign, children }: Props) {
  const say = useSay();
  useEffect(() => {
    document.title = say(commonWords.pageTitle(title));
  }, [title, say]);
  return (
    <div className="space-y-5 sm:space-y-6">
      {sign ?? <PageSign title={title} />}
      {children}
    </div>
  );
}

function PageSign({ title }: { title: string }) {
  return (
    <div className="plaque px-6 py-5 sm:px-8">
      <h1 className="text-2xl">{title}</h1>
    </div>
  );
}
