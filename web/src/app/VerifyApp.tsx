import { I18nProvider } from "@lingui/react";
import { commonWords } from "../content/words/common.ts";
import { i18n } from "../content/i18n.ts";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import { VerifyPage } from "../pages/verify/VerifyPage.tsx";
import { Logo } from "./Logo.tsx";

/** The Verify page with its header. It stands alone: no router, no cache, no wallet. */
export function VerifyApp({ settings }: { settings: Settings }) {
  return (
    <I18nProvider i18n={i18n}>
      <div className="mx-auto min-h-dvh max-w-5xl px-4 pb-8 sm:px-6 print:min-h-0 print:p-0">
        <header className="print:hidden flex flex-wrap items-center justify-between gap-3 py-3 sm:py-4">
          <a href="./index.html" className="text-ink flex min-h-11 items-center gap-2.5 no-underline">
            <Logo />
            <span className="font-sign text-lg leading-5 font-bold">{i18n._(commonWords.name)}</span>
          </a>
          <a href="./index.html" className="flex min-h-11 items-center px-2">
            {i18n._(commonWords.home)}
          </a>
        </header>
        <main>
          <VerifyPage settings={settings} />
        </main>
      </div>
    </I18nProvider>
  );
}
