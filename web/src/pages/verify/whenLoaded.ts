import { type ComponentType, lazy } from "react";
import { NotHere } from "./NotHere.tsx";

/** A part of the page that comes when it is asked for; words where it does not come. */
export function whenLoaded<props extends object>(load: () => Promise<ComponentType<props>>) {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: NotHere as ComponentType<props> }),
    ),
  );
}
