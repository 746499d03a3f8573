// Every state, in both languages, light and dark, has no fault that axe knows.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { launch } from "./browsers.mjs";
import { serve } from "./serve.mjs";
import { LANGUAGES, STATES } from "./states.mjs";

const DIST = new URL("../../dist", import.meta.url).pathname;

describe("axe", () => {
  let server, browser;

  before(async () => {
    server = await serve(DIST);
    browser = await launch("current", server);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  for (const state of STATES) {
    for (const lang of LANGUAGES) {
      for (const dark of [false, true]) {
        test(`${state.name}, ${lang}, ${dark ? "dark" : "light"}`, async () => {
          const page = await browser.open({ lang, dark });
          await page.goto();
          await state.reach(page);
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate(() => window.axe.run());
          const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
          assert.deepEqual(faults, []);
          await page.close();
        });
      }
    }
  }
});
