import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { i18n } from "../content/i18n.ts";
import { PastInPieces } from "../chain/past/PastInPieces.ts";
import type { System } from "../chain/System.ts";
import { SystemContext } from "../chain/useSystem.ts";
import { router } from "./router.tsx";

/** Also without a connection a read is tried, so that it fails with a sentence instead of waiting without one. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 1 && !(error instanceof PastInPieces),
      refetchOnWindowFocus: true,
      networkMode: "always",
      refetchOnReconnect: true,
    },
  },
});

export function App({ system }: { system: System }) {
  return (
    <I18nProvider i18n={i18n}>
      <SystemContext value={system}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </SystemContext>
    </I18nProvider>
  );
}
