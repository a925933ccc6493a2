import { I18nProvider } from "@lingui/react";
import { cleanup, render, type RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { i18n } from "../content/i18n.ts";

/** For tests: what a component shows, its sentences said. Whatever was rendered before is gone. */
export function renderSaid(node: ReactNode): RenderResult {
  cleanup();
  return render(<I18nProvider i18n={i18n}>{node}</I18nProvider>);
}
