import { DocumentText } from "../../components/DocumentText.tsx";
import { useSystem } from "../../contracts/useSystem.ts";
import type { CheckedDocument } from "../../lib/documents/CheckedDocument.ts";
import type { Document } from "../../lib/steps/Document.ts";

type Props = { title: string; document: Document; onPromised?: (document: CheckedDocument) => void };

/** A document of a project, fetched through the gateways that this copy of the dApp is set up with. */
export function ProjectDocument(props: Props) {
  const { ipfsGateways = [] } = useSystem().settings;
  return <DocumentText key={`${props.document.hash} ${props.document.uri}`} gateways={ipfsGateways} {...props} />;
}
