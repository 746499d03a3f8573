// Photographs every state: node tests/browser/look.mjs OUTDIR [STATE …]
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./browsers.mjs";
import { serve } from "./serve.mjs";
import { LANGUAGES, STATES } from "./states.mjs";

const [, , out = "look", ...only] = process.argv;
const DIST = new URL("../../dist", import.meta.url).pathname;
const SIZES = [[1366, 768], [375, 812]];

await mkdir(out, { recursive: true });
const server = await serve(DIST);
const browser = await launch("current", server);
for (const state of STATES.filter(({ name }) => only.length === 0 || only.includes(name))) {
  for (const lang of LANGUAGES) {
    for (const dark of [false, true]) {
      for (const [width, height] of SIZES) {
        const page = await browser.open({ lang, dark, width, height });
        await page.goto();
        await state.reach(page);
        const name = [state.name, lang.slice(0, 2), dark ? "dark" : "light", width].join("-");
        await page.screenshot(join(out, `${name}.png`), { fullPage: width < 500 });
        if (page.errors.length > 0) console.error(name, page.errors);
        await page.close();
      }
    }
  }
}
await browser.close();
server.close();
