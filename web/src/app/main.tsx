import { spelled } from "@one-small-town/core/deployment/spelled.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { pastOf } from "../chain/past/pastOf.ts";
import { makeSystem } from "../chain/System.ts";
import { App } from "./App.tsx";
import { settings as coming } from "./pages.ts";
import { router } from "./router.tsx";
import "./styles.css";

const container = document.getElementById("app");
if (container === null) throw new Error("index.html has no element #app");
const root = createRoot(container);
// The page's own code comes while the settings do.
void router.load();
try {
  const { deployment, ...others } = await coming;
  const settings = { deployment: spelled(deployment), ...others };
  const system = makeSystem(settings, (client) => pastOf(client, settings, document.baseURI));
  root.render(
    <StrictMode>
      <App system={system} />
    </StrictMode>,
  );
} catch (error) {
  const { NotSetUp } = await import("./NotSetUp.tsx");
  root.render(<NotSetUp trouble={error} />);
}
