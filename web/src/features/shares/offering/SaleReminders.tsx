import { cancelUntil } from "@one-small-town/core/shares/phases.ts";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { CalendarButton } from "../../../components/CalendarButton.tsx";
import { useSay } from "../../../content/useSay.ts";
import { reminderWords } from "../../../content/words/reminders.ts";

/** The dates of a sale that are still to come, for the person's own calendar. */
export function SaleReminders({ offering, now }: { offering: Offering; now: number }) {
  const say = useSay();
  const { startBlockHash } = useSystem().deployment;
  const { id, name, opens, localEnds, countryEnds, worldEnds } = offering;
  const dates = [
    { which: "opens", at: opens, title: reminderWords.opens(name), details: reminderWords.opensHelp },
    { which: "local", at: localEnds, title: reminderWords.localEnds(name), details: reminderWords.endsHelp },
    { which: "country", at: countryEnds, title: reminderWords.countryEnds(name), details: reminderWords.endsHelp },
    { which: "world", at: worldEnds, title: reminderWords.worldEnds(name), details: reminderWords.endsHelp },
    {
      which: "cancel",
      at: cancelUntil(offering) ?? 0,
      title: reminderWords.cancelEnds(name),
      details: reminderWords.cancelHelp,
    },
  ];
  const reminders = dates
    .filter(({ at }) => at > now)
    .map(({ which, at, title, details }) => {
      return { id: `offering-${id}-${which}`, at, title: say(title), details: say(details), page: `/offering/${id}` };
    });
  return <CalendarButton reminders={reminders} origin={startBlockHash} />;
}
