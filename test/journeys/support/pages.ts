import { projectId } from "@one-small-town/core/projects/projects.ts";

const TOWN = 1;
const BAKERY = 4;

/** Every page of the dApp but those of offices, at an address that shows something of the demo's town. */
export const pages = [
  { name: "Home", at: "#/", title: /^The towns · One Small Town$/ },
  { name: "Town", at: `#/town/${TOWN}`, title: /^Willowmere · One Small Town$/ },
  { name: "Notice", at: `#/town/${TOWN}/notice`, title: /^This week in Willowmere · One Small Town$/ },
  { name: "Project", at: `#/project/${projectId(TOWN, BAKERY)}`, title: /^Bakery · One Small Town$/ },
  {
    name: "Accountability",
    at: `#/project/${projectId(TOWN, BAKERY)}/accounts`,
    title: /^Bakery: promised and done · One Small Town$/,
  },
  { name: "Offering", at: "#/offering/2", title: /^Shares of Willowmere Solar workshop · One Small Town$/ },
  { name: "My shares", at: "#/shares", title: /^My shares · One Small Town$/ },
  { name: "My weeks", at: "#/weeks", title: /^My weeks · One Small Town$/ },
  { name: "What I can fetch", at: "#/benefits", title: /^What I can fetch · One Small Town$/ },
  { name: "To decide", at: "#/decisions", title: /^To decide · One Small Town$/ },
  { name: "My activity", at: "#/activity", title: /^My activity · One Small Town$/ },
  { name: "Join", at: `#/desk/join/${TOWN}`, title: /^Join Willowmere · One Small Town$/ },
  { name: "Lost wallet", at: `#/desk/lost/${TOWN}`, title: /^Your old wallet is lost\? · One Small Town$/ },
  { name: "Ideas", at: `#/desk/ideas/${TOWN}`, title: /^Ideas for Willowmere · One Small Town$/ },
  { name: "My desk", at: "#/desk", title: /^My desk · One Small Town$/ },
  { name: "Verify", at: "verify.html", title: /^Verify · One Small Town$/ },
  { name: "Verify a town", at: `verify.html#town=${TOWN}`, title: /^Verify Willowmere · One Small Town$/ },
  {
    name: "Poster",
    at: `verify.html#town=${TOWN}&poster=${projectId(TOWN, BAKERY)}`,
    title: /^Poster for Willowmere Bakery · One Small Town$/,
  },
  { name: "Receipt", at: `#/receipt/0x${"1".repeat(64)}`, title: /^Receipt · One Small Town$/ },
  { name: "nothing there", at: "#/nowhere", title: /^There is nothing here · One Small Town$/ },
] as const;
