import { Page } from "../components/Page.tsx";

export function WeeksPage() {
  return <Page title="Weeks">{null}</Page>;
}
