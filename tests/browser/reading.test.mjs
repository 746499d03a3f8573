// What reading a file must leave alone: the page, and what the person decided.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch } from "./browsers.mjs";
import { serve } from "./serve.mjs";

const DIST = new URL("../../dist", import.meta.url).pathname;

/** Asks until it is so. */
async function until(ask) {
  const end = Date.now() + 15_000;
  while (!(await ask())) {
    assert.ok(Date.now() < end, `in vain: ${ask}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

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

  const drop = async (name, text, onto = page) => {
    await writeFile(join(folder, name), text);
    await onto.upload("input[type=file]", join(folder, name));
  };

  /** A page on which nothing was opened before. */
  const fresh = async () => {
    const page = await browser.open();
    await page.goto();
    return page;
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

  test("a half-typed cell outlives a file that arrives", async () => {
    const page = await fresh();
    await drop("丙.csv", "学校名称,三年巩固率\n城关小学,98\n", page);
    await page.sees(".lead", "1 所学校");
    await page.click("tbody .plainbutton");
    const cell = "#cell-0-1-1";
    await page.fill(cell, "9");
    await drop("丁.csv", "学校名称,三年巩固率\n石桥小学,97\n", page);
    await page.sees(".lead", "2 所学校");
    assert.equal(await page.value(cell), "9");
    await page.type("6");
    assert.equal(await page.value(cell), "96");
    await page.press("Enter");
    // The last step is the edit, not the file.
    await page.click("text=↶ 撤销");
    await until(async () => (await page.value(cell)) === "98");
    await page.sees(".lead", "2 所学校");
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test("a decision by key leaves the focus among the findings", async () => {
    const page = await fresh();
    await drop("戊.csv", "学校名称,三年巩固率\n桃源镇初级中学,98\n清河镇初级中学,97\n", page);
    await drop("己.csv", "学校名称,教职工人数\n桃源镇中,30\n清河镇中,20\n", page);
    await page.sees(".findings", "两个校名像是同一所学校");
    await page.evaluate(() => {
      [...document.querySelectorAll(".finding")].find((one) => one.innerText.includes("像是同一所")).click();
    });
    const pairs = () => [...document.querySelectorAll(".findings button")].filter((one) => one.innerText === "是同一所").length;
    const inside = () => document.activeElement.closest(".findings") !== null;
    // One pair goes, and with the other one all of the finding.
    for (const left of [1, 0]) {
      await (await page.find("text=是同一所")).evaluate((button) => button.focus());
      await page.press("Enter");
      await until(async () => (await page.evaluate(pairs)) === left);
      await until(() => page.evaluate(inside));
    }
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test("the page asks before it is left while work would be lost, and only then", async () => {
    const page = await fresh();
    const asks = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
    assert.equal(await asks(), false);
    await drop("甲.csv", "学校名称,三年巩固率\n城关小学,98\n", page);
    await until(asks);
    await page.sees(".project", "已存于本机");
    assert.equal(await asks(), false);
    await page.click("tbody .plainbutton");
    await page.fill("#cell-0-1-1", "95");
    await page.press("Enter");
    await until(asks);
    await until(async () => !(await asks()));
    // Beside the project of last time nothing is kept until the person has decided.
    await page.goto();
    await page.find("text=继续");
    assert.equal(await asks(), false);
    await drop("庚.csv", "学校名称,三年巩固率\n石桥小学,97\n", page);
    await until(asks);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(await asks(), true);
    await page.click("text=不用");
    await until(async () => !(await asks()));
    assert.deepEqual(page.errors, []);
    await page.close();
  });
});
