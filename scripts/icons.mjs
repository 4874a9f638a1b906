// Renders assets/icons/*.svg to the sizes Office asks for. Needs Chromium (CHROMIUM, or /usr/bin/chromium).
//   node scripts/icons.mjs
import { readFile, readdir } from "node:fs/promises";
import { chromium } from "playwright-core";

const folder = new URL("../assets/icons/", import.meta.url);
const SIZES = { app: [16, 32, 64, 80, 128], other: [16, 32, 80] };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
const page = await browser.newPage();
for (const file of (await readdir(folder)).filter((name) => name.endsWith(".svg"))) {
  const name = file.replace(".svg", "");
  const svg = await readFile(new URL(file, folder), "utf8");
  for (const size of SIZES[name] ?? SIZES.other) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    await page.screenshot({
      path: new URL(`${name}-${size}.png`, folder).pathname,
      omitBackground: true,
    });
  }
}
await browser.close();
