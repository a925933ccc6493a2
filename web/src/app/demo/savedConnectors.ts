import type { System } from "../../chain/System.ts";
import { demoConnector } from "./demoConnector.ts";
import { isDemo, readPerson } from "./savedPerson.ts";

/** The demo wallet of the person that this device acted as last. */
export function savedConnectors(system: System) {
  const person = isDemo(system) ? readPerson(system) : null;
  return person === null ? [] : [demoConnector(system, person)];
}
