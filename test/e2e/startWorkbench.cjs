// Starts what a newcomer starts, and waits for the address it prints.
const { spawn } = require("node:child_process");

module.exports = async () => {
  if (process.env.WORKBENCH_URL) return;
  const server = spawn(process.execPath, ["scripts/start.mjs", "--production", "--no-open"], {
    env: { ...process.env, PORT: process.env.PORT ?? "3390" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  globalThis.workbenchServer = server;
  process.env.WORKBENCH_URL = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("The workbench did not start within 5 minutes")), 300_000);
    let said = "";
    server.stdout.on("data", (chunk) => {
      said += chunk;
      const address = /https?:\/\/localhost:\d+\//.exec(said);
      if (address) {
        clearTimeout(late);
        resolve(address[0]);
      }
    });
    server.on("exit", (code) => reject(new Error(`The workbench ended with ${code}: ${said}`)));
  });
};
