import { I18nProvider } from "@lingui/react";
import { lazy, Suspense } from "react";
import { commonWords } from "../content/words/common.ts";
import { i18n } from "../content/i18n.ts";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import { VerifyPage } from "../pages/verify/VerifyPage.tsx";
import { Logo } from "./Logo.tsx";

type Loaded = { default: () => React.JSX.Element | null };

// The verdict comes first on a slow line: without the menu the page does the same.
const VerifyMenu = lazy(() =>
  import("./VerifyMenu.tsx").then(
    (file): Loaded => ({ default: file.VerifyMenu }),
    (): Loaded => ({ default: () => null }),
  ),
);

/** The Verify page with its header and the menu. It stands alone: no router, no cache, no wallet. */
export function VerifyApp({ settings }: { settings: Settings }) {
  return (
    <I18nProvider i18n={i18n}>
      <div className="mx-auto min-h-dvh max-w-5xl px-4 pb-24 sm:px-6 sm:pb-8 print:min-h-0 print:p-0">
        <header className="print:hidden py-3 sm:py-4">
          <a href="./index.html" className="text-ink flex min-h-11 w-fit items-center gap-2.5 no-underline">
            <Logo />
            <span className="font-sign text-lg leading-5 font-bold">{i18n._(commonWords.name)}</span>
          </a>
        </header>
        <div className="sm:min-h-[4.5rem] print:hidden">
          <Suspense>
            <VerifyMenu />
          </Suspense>
        </div>
        <main>
          <VerifyPage settings={settings} />
        </main>
      </div>
    </I18nProvider>
  );
}
