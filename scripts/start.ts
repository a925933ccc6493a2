import { showProgress } from "./audit/progress.ts";
import { closeOnSignal } from "./chain/closeOnSignal.ts";
import { readArguments } from "./commands/readArguments.mjs";
import { command } from "./commands/start.mjs";
import { describeDemo } from "./demo/describeDemo.ts";
import { listPeople } from "./demo/listPeople.ts";
import { playDemo } from "./demo/playDemo.ts";
import { writeDeployment } from "./deploy/deploymentFile.ts";
import { networks } from "./deploy/networks.ts";
import { serveWeb } from "./web/serveWeb.ts";
import { settingsOf } from "./web/settingsOf.ts";
import { writeDemoHistory } from "./history/writeDemoHistory.ts";
import { startDemoBuild } from "./web/startDemoBuild.ts";

const MILLISECONDS_A_BLOCK = 5_000;
const HOW_TO_GET_CURRENCY = "This is a demo: its dollars have no value, and every person of the demo has some.";

/** npm start: a local chain with a demo town, and the dApp with a wallet for everybody who lives there. */
export async function perform(args: readonly string[]): Promise<undefined> {
  readArguments(command, args);
  const began = Date.now();
  console.log("Building the dApp, and bringing a demo town to life …");
  const build = startDemoBuild();
  const closers: (() => unknown)[] = [build.stop];
  closeOnSignal(async () => void (await Promise.all(closers.map((close) => close()))));

  const { onProgress, end } = showProgress(process.stdout);
  const onWeek = (week: number, all: number) => onProgress(`playing week ${week} of ${all}`, week / all);
  const demo = await playDemo(undefined, { onWeek }).finally(end);
  closers.push(demo.chain.close);
  const folder = await build.folder;
  writeDeployment("local", demo.deployment);
  const history = await writeDemoHistory(demo, folder);
  const wishes = { rpcUrl: demo.chain.url, howToGetCurrency: HOW_TO_GET_CURRENCY, history };
  const web = await serveWeb(folder, {
    settings: settingsOf(demo.deployment, networks.local, wishes),
    demo: async () => ({ people: await listPeople(demo) }),
  });
  closers.push(web.close);
  // Blocks come also when nobody sends anything, so that the time on the chain goes on.
  await demo.chain.connection.provider.request({ method: "evm_setIntervalMining", params: [MILLISECONDS_A_BLOCK] });

  console.log(await describeDemo(demo));
  console.log(`Ready after ${((Date.now() - began) / 1000).toFixed(0)} s. Press Ctrl-C to end.\n`);
  console.log(`  ➜  Open ${web.url} in your browser\n`);
}
