import type { CheckedDocument, Document } from "@one-small-town/core/documents/Document.ts";
import { lazy, Suspense } from "react";
import { useSystem } from "../../chain/useSystem.ts";
import { Skeleton } from "../../components/Skeleton.tsx";

type Props = { title: string; document: Document; onPromised?: (document: CheckedDocument) => void };

/** Documents stand far down their pages, which show before this has come. */
const DocumentText = lazy(async () => ({ default: (await import("../../components/DocumentText.tsx")).DocumentText }));

/** A document of a project, fetched through the gateways that this copy of the dApp is set up with. */
export function ProjectDocument(props: Props) {
  const { ipfsGateways = [] } = useSystem().settings;
  return (
    <Suspense fallback={<Skeleton lines={4} />}>
      <DocumentText key={`${props.document.hash} ${props.document.uri}`} gateways={ipfsGateways} {...props} />
    </Suspense>
  );
}
