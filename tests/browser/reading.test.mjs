// What reading a file must leave alone: the page, and what the person decided.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch } from "./browsers.mjs";
import { serve } from "./serve.mjs";

const DIST = new URL("../../dist", import.meta.url).pathname;

describe("reading", () => {
  let server, browser, page, folder;

  before(async () => {
    server = await serve(DIST);
    browser = await launch("current", server);
    folder = await mkdtemp(join(tmpdir(), "suanpan-reading-"));
    page = await browser.open();
    await page.goto();
  });
  after(async () => {
    await browser?.close();
    server?.close();
    await rm(folder, { recursive: true });
  });

  const drop = async (name, text) => {
    await writeFile(join(folder, name), text);
    await page.upload("input[type=file]", join(folder, name));
  };

  test("the page answers while a large file is read, and stopping ends the reader", async () => {
    const rows = Array.from({ length: 500_000 }, (_, at) => `${1_000_000 + at},学生${at},第${at % 200}中学,${at % 20}班,${at % 120},${at % 97}`);
    const workers = page.page.workers();
    await drop("成绩.csv", `考号,姓名,学校,班级,语文,数学\n${rows.join("\n")}\n`);
    await page.find(".busy");
    await page.click("text=English");
    await page.sees(".busy", "Reading");
    const ended = Promise.race([...workers, ...page.page.workers()].map((worker) => worker.waitForEvent("close")));
    await page.click("text=Cancel");
    // With the worker goes all that it holds.
    await ended;
    await page.gone(".busy");
    await page.sees(".notices", "Cancelled");
    await page.click("text=中文");
    await page.find(".card");
  });

  test("meanings stand in groups, and names from right to left leave what stands beside them", async () => {
    await drop("مدرسة.csv", "学校名称,三年巩固率\nمدرسة 2,98\n");
    await page.sees(".lead", "1 所学校");
    await page.click("tbody .plainbutton");
    await page.find(".mapping");
    const groups = () => [...document.querySelectorAll(".mapping tbody tr:nth-of-type(2) optgroup")].map((group) => group.label);
    assert.deepEqual((await page.evaluate(groups)).slice(0, 3), ["学校与年度", "办学条件", "学校年度指标"]);
    const style = (selector) => page.evaluate((selector) => getComputedStyle(document.querySelector(selector)).unicodeBidi, selector);
    assert.equal(await style(".files span"), "isolate");
    assert.equal(await style("tbody th.words"), "plaintext");
    await page.click(".files .plainbutton:last-child");
    await page.find(".card");
  });

  test("what was decided on a layout holds on the next visit", async () => {
    await drop("甲.csv", "学校名称,三年巩固率\n城关小学,98\n");
    await page.sees(".lead", "1 所学校");
    await page.click("tbody .plainbutton");
    await page.find(".mapping");
    await page.evaluate(() => {
      const select = document.querySelector(".mapping tbody tr:nth-of-type(2) select");
      select.selectedIndex = [...select.options].findIndex((option) => option.text === "群众满意度");
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.sees(".project", "已存于本机");
    await page.goto();
    await page.find("text=继续");
    await drop("乙.csv", "学校名称,三年巩固率\n石桥小学,97\n");
    await page.sees(".findings", "沿用上次的识别选择");
    assert.deepEqual(page.errors, []);
  });
});
