import { Notice } from "../../components/Notice.tsx";
import { useSay } from "../../content/useSay.ts";
import { standingWords } from "../../content/words/standing.ts";
import type { Person } from "../../chain/members/personQuery.ts";
import type { Town } from "../../chain/members/Town.ts";

type Props = { person: Pick<Person, "left" | "suspended">; town: Pick<Town, "name"> };

/** Why no new hours come to somebody with a member number: they are suspended, or no member now. */
export function StandingNotice({ person: { left, suspended }, town }: Props) {
  const say = useSay();
  if (suspended) {
    return (
      <Notice kind="warn" title={say(standingWords.suspendedTitle)}>
        {say(standingWords.suspendedHelp)}
      </Notice>
    );
  }
  if (!left) return null;
  return (
    <Notice kind="info" title={say(standingWords.leftTitle(town.name))}>
      {say(standingWords.leftHelp)}
    </Notice>
  );
}
