import { Card } from "../../components/Card.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import type { ProjectMetadata } from "@one-small-town/core/projects/ProjectMetadata.ts";

const KNOWN = ["sector", "goal", "budget", "size", "horizon"] as const;

/** What a project says of itself, in its members' own words. */
export function AboutCard({ metadata }: { metadata: ProjectMetadata | null }) {
  const say = useSay();
  if (metadata === null) {
    return (
      <Card title={say(projectWords.about)}>
        <p>{say(projectWords.wordsElsewhere)}</p>
      </Card>
    );
  }
  const known = KNOWN.map((field) => [say(projectWords.fieldNames[field]), metadata[field]] as const);
  const fields = [...known, ...moreFieldsOf(metadata)].filter(([, words]) => isShown(words));
  return (
    <Card title={say(projectWords.about)}>
      <p className={`max-w-prose whitespace-pre-line ${metadata.about === undefined ? "text-soft" : ""}`}>
        {typeof metadata.about === "string" ? metadata.about : say(projectWords.noAbout)}
      </p>
      <dl className="mt-4 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {fields.map(([name, words]) => (
          <div key={name}>
            <dt className="text-soft text-sm">{name}</dt>
            <dd className="first-letter:uppercase">{String(words)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** Fields that the members added, under the names they gave them. */
function moreFieldsOf(metadata: ProjectMetadata) {
  const ours = new Set<string>([...KNOWN, "title", "about"]);
  return Object.entries(metadata).filter(([name]) => !ours.has(name));
}

function isShown(words: unknown): boolean {
  return (typeof words === "string" && words !== "") || typeof words === "number";
}
