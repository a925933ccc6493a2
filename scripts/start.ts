// npm start: a local chain with a demo town.
import { closeOnSignal } from "./chain/closeOnSignal.ts";
import { describeDemo } from "./demo/describeDemo.ts";
import { playDemo } from "./demo/playDemo.ts";
import { writeDeployment } from "./deploy/deploymentFile.ts";

const began = Date.now();
console.log("Bringing a demo town to life …");
const demo = await playDemo();
closeOnSignal(demo.chain.close);
writeDeployment("local", demo.deployment);
console.log(await describeDemo(demo));
console.log(`Ready after ${((Date.now() - began) / 1000).toFixed(0)} s. Press Ctrl-C to end.`);
