import { I18nProvider } from "@lingui/react";
import { Notice } from "../components/Notice.tsx";
import { i18n } from "../content/i18n.ts";
import { commonWords } from "../content/words/common.ts";

/** What a person sees where the page was copied without its settings. */
export function NotSetUp() {
  return (
    <I18nProvider i18n={i18n}>
      <main className="mx-auto max-w-2xl p-6">
        <Notice kind="bad" title={i18n._(commonWords.noSettings)}>
          {i18n._(commonWords.noSettingsHelp)}
        </Notice>
      </main>
    </I18nProvider>
  );
}
