import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { readSettings } from "../config/readSettings.ts";
import { makeSystem } from "../contracts/System.ts";
import { App } from "./App.tsx";
import { NotSetUp } from "./NotSetUp.tsx";
import "./styles.css";

const container = document.getElementById("app");
if (container === null) throw new Error("index.html has no element #app");
const root = createRoot(container);
try {
  const system = makeSystem(await readSettings());
  root.render(
    <StrictMode>
      <App system={system} />
    </StrictMode>,
  );
} catch {
  root.render(<NotSetUp />);
}
