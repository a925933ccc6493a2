// Plays a big town and keeps its chain running, for measuring the audit: members, weeks, after how many weeks everybody
// claims, and the port. Prints where the chain is and writes the deployment to a file.

import { writeFileSync } from "node:fs";
import { closeOnSignal } from "../../chain/closeOnSignal.ts";
import { playBigTown } from "./playBigTown.ts";

const [members = "5000", weeks = "52", claimEvery = "4", port = "8645", file = "big-town.json"] = process.argv.slice(2);

const { chain, deployment } = await playBigTown(
  { members: Number(members), weeks: Number(weeks), claimEvery: Number(claimEvery), port: Number(port) },
  (done) => console.log(done),
);
writeFileSync(file, JSON.stringify(deployment));
console.log(`${chain.url} ${file}`);
closeOnSignal(chain.close);
