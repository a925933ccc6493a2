import type { ComponentType } from "react";
import type { Town } from "../../chain/members/Town.ts";

/** The code of each page of a desk, at `/desk/<name>/<town>`, which comes when somebody opens it. */
export const deskPages: Readonly<Record<string, () => Promise<ComponentType<{ town: Town }>>>> = {
  hours: async () => (await import("./HoursDesk.tsx")).HoursDesk,
  serve: async () => (await import("./ServeDesk.tsx")).ServeDesk,
};
