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
  page("/", "home"),
  page("/town/$town", "town"),
  page("/town/$town/notice", "notice"),
  page("/project/$project", "project"),
  page("/project/$project/accounts", "accounts"),
  page("/offering/$offering", "offering"),
  page("/shares", "shares"),
  page("/weeks", "weeks"),
  page("/benefits", "benefits"),
  page("/decisions", "decisions"),
  page("/activity", "activity"),
  page("/receipt/$hash", "receipt"),
  page("/desk/{-$page}/{-$town}", "desk"),
];

/** Hash routes: the files work from any folder of any host, and a link to a page needs nothing of the server. */
export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  history: createHashHistory(),
  scrollRestoration: true,
  defaultPreload: "intent",
  defaultErrorComponent: PageTrouble,
});

/** A page at a path: the one component of its file, which comes when somebody opens it. */
function page<const path extends string>(path: path, name: keyof typeof pages) {
  const load = async () => ({ default: Object.values(await pages[name]().catch(stayHere))[0] });
  return createRoute({ getParentRoute: () => rootRoute, path, component: lazyRouteComponent(load) });
}

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
