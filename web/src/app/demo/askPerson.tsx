import { I18nProvider } from "@lingui/react";
import { createRoot } from "react-dom/client";
import { i18n } from "../../content/i18n.ts";
import type { System } from "../../chain/System.ts";
import { DemoPrompt } from "./DemoPrompt.tsx";
import { describeRequest, type WalletRequest } from "./describeRequest.ts";

/** Shows what is asked over the page, as a wallet would, and answers whether the person confirmed. */
export function askPerson(system: System, name: string, request: WalletRequest): Promise<boolean> {
  const container = document.body.appendChild(document.createElement("div"));
  const root = createRoot(container);
  return new Promise((resolve) => {
    const answer = (isConfirmed: boolean) => {
      resolve(isConfirmed);
      root.unmount();
      container.remove();
    };
    root.render(
      <I18nProvider i18n={i18n}>
        <DemoPrompt name={name} asked={describeRequest(system, request)} onAnswer={answer} />
      </I18nProvider>,
    );
  });
}
