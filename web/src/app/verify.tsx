import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { readSettings } from "../config/readSettings.ts";
import { makeSystem } from "../contracts/System.ts";
import { NotSetUp } from "./NotSetUp.tsx";
import { VerifyApp } from "./VerifyApp.tsx";
import "./styles.css";

const container = document.getElementById("app");
if (container === null) throw new Error("verify.html has no element #app");
const root = createRoot(container);
try {
  const system = makeSystem(await readSettings());
  root.render(
    <StrictMode>
      <VerifyApp system={system} />
    </StrictMode>,
  );
} catch {
  root.render(<NotSetUp />);
}
