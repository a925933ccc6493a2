import type { MessageDescriptor } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { Notice } from "../components/Notice.tsx";
import { SettingsTrouble } from "../config/readSettings.ts";
import { i18n } from "../content/i18n.ts";
import { settingsWords } from "../content/words/settings.ts";

/** What a person sees where the page has no settings that it can use: what is wrong, and where. */
export function NotSetUp({ trouble }: { trouble: unknown }) {
  return (
    <I18nProvider i18n={i18n}>
      <main className="mx-auto max-w-2xl p-6">
        <Notice kind="bad" title={i18n._(settingsWords.title)} isLive>
          {i18n._(describe(trouble))}
        </Notice>
      </main>
    </I18nProvider>
  );
}

function describe(trouble: unknown): MessageDescriptor {
  if (!(trouble instanceof SettingsTrouble)) return settingsWords.broken;
  const words = settingsWords[trouble.kind];
  return typeof words === "function" ? words(trouble.where) : words;
}
