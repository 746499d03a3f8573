// Whole journeys on the built site, in each of the three engines.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, launch } from "./browsers.mjs";
import { serve } from "./serve.mjs";

const DIST = new URL("../../dist", import.meta.url).pathname;
// Later, because what the debugger itself runs may always use eval.
const evalRuns = () =>
  new Promise((resolve) => {
    setTimeout(() => {
      try {
        resolve((0, eval)("1 + 1") === 2);
      } catch (refused) {
        resolve(false);
      }
    });
  });

for (const name of BROWSERS) {
  describe(`Chromium ${name}`, () => {
    let server, browser, page;

    before(async () => {
      server = await serve(DIST, { base: "/some/folder/", header: false });
      browser = await launch(name, server);
    });
    after(async () => {
      await browser?.close();
      server?.close();
    });

    test("the page starts and its worker answers", async () => {
      page = await browser.open();
      await page.goto();
      await page.sees("#replies", "1 … 50 %");
      await page.sees("#replies", "1 = 你好");
      await page.click("text=再问");
      await page.sees("#replies", "2 = 再来");
    });

    test("once the modules are there, nothing is fetched, and never from elsewhere", async () => {
      await page.evaluate(async () => void (await window.suanpanLoader.modules()));
      const fetched = page.requests.length;
      assert.equal(new Set(page.requests).size, fetched, "nothing is fetched twice");
      await page.click("text=取消");
      await page.sees("#replies", "3 = 重来");
      const bytes = await page.evaluate(async () => (await window.suanpanLoader.sample("county")).length);
      assert.ok(bytes > 1000);
      assert.deepEqual(page.requests.slice(fetched), []);
      assert.deepEqual(page.requests.filter((url) => !url.startsWith(server.url)), []);
    });

    test("the policy holds and nothing complains", async () => {
      assert.deepEqual(page.errors, []);
      // Below Chromium 97 wasm needs 'unsafe-eval'.
      assert.equal(await page.evaluate(evalRuns), name === "92");
      const elsewhere = await page.evaluate(() =>
        fetch("http://example.invalid/").then(() => true, () => false));
      assert.equal(elsewhere, false);
      assert.deepEqual(page.requests.filter((url) => !url.startsWith(server.url)), []);
    });

  });
}
