import type { Notice } from "@one-small-town/core/notices/calendarFile.ts";
import { reminderWords } from "../content/words/reminders.ts";
import { useSay } from "../content/useSay.ts";
import { Button } from "./Button.tsx";

/** What a person is to be reminded of: `page` is the page of this dApp that shows how it stands, "/weeks". */
type Reminder = Omit<Notice, "url"> & { page: string };

type Props = {
  reminders: readonly Reminder[];
  /** Names the deployment, whatever the network calls itself. */
  origin: string;
};

/** Saves deadlines as a file that the person's own calendar takes. */
export function CalendarButton({ reminders, origin }: Props) {
  const say = useSay();
  const [here = ""] = location.href.split("#", 1);

  async function save(): Promise<void> {
    const [{ calendarFile }, { saveFile }] = await Promise.all([
      import("@one-small-town/core/notices/calendarFile.ts"),
      import("./saveFile.ts"),
    ]);
    const notices = reminders.map(({ id, at, title, details, page }) => {
      return { id, at, title, details, url: `${here}#${page}` };
    });
    const now = Math.floor(Date.now() / 1000);
    saveFile("one-small-town.ics", calendarFile(notices, { origin, now }), "text/calendar");
  }

  return (
    <Button look="quiet" className="!min-h-11 !px-0 text-sm" onClick={() => void save()}>
      {say(reminderWords.save)}
    </Button>
  );
}
