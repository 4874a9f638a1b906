// First, for it brings the tests' realm, which the next one takes the place of.
import { firstCallBench } from "./firstCall";
import { report } from "./measure";
import { browserBench } from "./browser";
import "./realm";
import "../src/functions/index";
import { qualityBench } from "./quality";
import { screensBench } from "./screens";
import { simulationBench } from "./simulation";
import { trackerBench } from "./tracker";
import { tradeBench } from "./trade";
import { workdaysBench } from "./workdays";

/** `npm run bench`: every budget for the functions' speed; ends with 1 when one is not kept. */
async function run(): Promise<void> {
  const measurements = [
    ...(await firstCallBench()),
    ...(await browserBench()),
    ...(await screensBench()),
    ...workdaysBench(),
    ...qualityBench(),
    ...trackerBench(),
    ...tradeBench(),
    ...simulationBench(),
  ];
  if (measurements.map(report).includes(false)) process.exitCode = 1;
}

void run();
