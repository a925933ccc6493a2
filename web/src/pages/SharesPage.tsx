import { Page } from "../components/Page.tsx";

export function SharesPage() {
  return <Page title="Shares">{null}</Page>;
}
