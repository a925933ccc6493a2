import type { ComponentType } from "react";
import type { Town } from "../../chain/members/Town.ts";

/** The code of each page of a desk, at `/desk/<name>/<town>`, which comes when somebody opens it. */
export const deskPages: Readonly<Record<string, () => Promise<ComponentType<{ town: Town }>>>> = {
  people: async () => (await import("./PeoplePage.tsx")).PeoplePage,
  keys: async () => (await import("./KeysPage.tsx")).KeysPage,
  hours: async () => (await import("./HoursDesk.tsx")).HoursDesk,
  serve: async () => (await import("./ServeDesk.tsx")).ServeDesk,
  launch: async () => (await import("./LaunchPage.tsx")).LaunchPage,
  ideas: async () => (await import("./IdeasPage.tsx")).IdeasPage,
  join: async () => (await import("./JoinPage.tsx")).JoinPage,
  lost: async () => (await import("./NewWalletPage.tsx")).NewWalletPage,
};

/** Those of them that are for others than an office too: they open before a wallet is connected. */
export const openPages: ReadonlySet<string> = new Set(["join", "lost", "launch", "ideas"]);
