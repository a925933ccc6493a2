import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { NothingHere } from "../components/NothingHere.tsx";
import { useSay } from "../content/useSay.ts";
import { commonWords } from "../content/words/common.ts";
import { Layout } from "./Layout.tsx";
import { PageTrouble } from "./NotLoaded.tsx";
import { pages } from "./pages.ts";

const rootRoute = createRootRoute({ component: Layout, notFoundComponent: NotFound });

const routes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/",
    component: lazyRouteComponent(() => pages.home().catch(stayHere), "HomePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/town/$town",
    component: lazyRouteComponent(() => pages.town().catch(stayHere), "TownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/town/$town/notice",
    component: lazyRouteComponent(() => pages.notice().catch(stayHere), "NoticePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/project/$project",
    component: lazyRouteComponent(() => pages.project().catch(stayHere), "ProjectPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/project/$project/accounts",
    component: lazyRouteComponent(() => pages.accounts().catch(stayHere), "AccountabilityPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/offering/$offering",
    component: lazyRouteComponent(() => pages.offering().catch(stayHere), "OfferingPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/shares",
    component: lazyRouteComponent(() => pages.shares().catch(stayHere), "SharesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/weeks",
    component: lazyRouteComponent(() => pages.weeks().catch(stayHere), "WeeksPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/activity",
    component: lazyRouteComponent(() => pages.activity().catch(stayHere), "ActivityPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/receipt/$hash",
    component: lazyRouteComponent(() => pages.receipt().catch(stayHere), "ReceiptPage"),
  }),
];

/** Hash routes: the files work from any folder of any host, and a link to a page needs nothing of the server. */
export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  history: createHashHistory(),
  scrollRestoration: true,
  defaultPreload: "intent",
  defaultErrorComponent: PageTrouble,
});

/** The router loads everything anew when code is missing. Without a connection that would leave nothing at all. */
function stayHere(error: unknown): never {
  throw navigator.onLine ? error : new Error("Not connected", { cause: error });
}

function NotFound() {
  const say = useSay();
  return <NothingHere title={say(commonWords.notFound)} help={say(commonWords.notFoundHelp)} />;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
