import { Page } from "../components/Page.tsx";

export function ProjectPage() {
  return <Page title="Project">{null}</Page>;
}
