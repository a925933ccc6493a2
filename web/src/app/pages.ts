import { readSettings } from "../config/readSettings.ts";

/** The code of each page, which comes when somebody opens it. */
export const pages = {
  home: () => import("../pages/HomePage.tsx"),
  town: () => import("../pages/TownPage.tsx"),
  notice: () => import("../pages/NoticePage.tsx"),
  decisions: () => import("../pages/DecisionsPage.tsx"),
  project: () => import("../pages/ProjectPage.tsx"),
  accounts: () => import("../pages/AccountabilityPage.tsx"),
  offering: () => import("../pages/OfferingPage.tsx"),
  shares: () => import("../pages/SharesPage.tsx"),
  weeks: () => import("../pages/WeeksPage.tsx"),
  benefits: () => import("../pages/BenefitsPage.tsx"),
  activity: () => import("../pages/ActivityPage.tsx"),
  receipt: () => import("../pages/ReceiptPage.tsx"),
  desk: () => import("../pages/DeskPage.tsx"),
};

/** What the pages are told about their deployment; asked for once. */
export const settings = readSettings();

// This file stands in the page by itself, and waits for nothing that the pages share: while that comes, the page that was
// opened comes too, and the way to the node is made. What fails here is said by those who need it.
void begin().catch(() => undefined);

async function begin(): Promise<void> {
  const [, name = "", , part] = location.hash.replace(/\?.*/, "").split("/");
  const wanted = part ?? (name === "" ? "home" : name);
  const coming = Object.hasOwn(pages, wanted) ? pages[wanted as keyof typeof pages]() : undefined;
  connectTo((await settings).network.rpcUrl);
  await coming;
}

function connectTo(url: string): void {
  const link = document.createElement("link");
  link.rel = "preconnect";
  link.href = new URL(url).origin;
  link.crossOrigin = "anonymous";
  document.head.append(link);
}
