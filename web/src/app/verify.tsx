import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { readSettings } from "../config/readSettings.ts";
import { VerifyApp } from "./VerifyApp.tsx";
import "./styles.css";

const container = document.getElementById("app");
if (container === null) throw new Error("verify.html has no element #app");
const root = createRoot(container);
try {
  const settings = await readSettings();
  root.render(
    <StrictMode>
      <VerifyApp settings={settings} />
    </StrictMode>,
  );
} catch (error) {
  const { NotSetUp } = await import("./NotSetUp.tsx");
  root.render(<NotSetUp trouble={error} />);
}
