import { Page } from "../components/Page.tsx";

export function OfferingPage() {
  return <Page title="Offering">{null}</Page>;
}
