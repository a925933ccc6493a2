import { Link } from "@tanstack/react-router";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import type { Project } from "../../chain/projects/readProject.ts";

/** A project by its title, or by its number where its words cannot be shown. */
export function ProjectName({ project: { id, number, metadata } }: { project: Project }) {
  const say = useSay();
  return (
    <Link to="/project/$project" params={{ project: String(id) }} className="inline-block py-1">
      {metadata?.title ?? say(projectWords.untitled(number))}
    </Link>
  );
}
