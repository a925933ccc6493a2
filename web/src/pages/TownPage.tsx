import { Page } from "../components/Page.tsx";

export function TownPage() {
  return <Page title="Town">{null}</Page>;
}
