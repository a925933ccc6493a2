import { Page } from "../components/Page.tsx";

export function ActivityPage() {
  return <Page title="Activity">{null}</Page>;
}
