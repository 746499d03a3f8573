// Whole journeys on the built site, in each of the three engines.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { BROWSERS, launch } from "./browsers.mjs";
import { serve } from "./serve.mjs";
import { fixture, go, openSample } from "./states.mjs";

const DIST = new URL("../../dist", import.meta.url).pathname;
const COUNTY = new URL("../../examples/县域数据.xlsx", import.meta.url);

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

// Runs in the page: nothing can be written to storage until `releaseStorage` is called.
const occupyStorage = () =>
  new Promise((resolve) => {
    indexedDB.open("suanpan").onsuccess = ({ target: { result: database } }) => {
      const store = database.transaction("project", "readwrite").objectStore("project");
      let released = false;
      const again = () => {
        if (released) database.close();
        else store.get("nothing").onsuccess = again;
      };
      again();
      window.releaseStorage = () => (released = true);
      resolve();
    };
  });

/** The text of each cell of a column of the page's first table. */
const column = (page, index) =>
  page.evaluate(
    (index) => [...document.querySelectorAll("main table tbody tr")].map((row) => row.children[index]?.innerText.trim()),
    index,
  );

/** Asks until it is so, as long as a slow machine may take. */
async function comes(what, ask) {
  const end = Date.now() + 15_000;
  while (!(await ask())) {
    assert.ok(Date.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Has the application answer with a new screen, which shows by an attribute; the cursor stays where it is. */
async function answer(page, button, attribute) {
  const read = ([button, attribute]) => document.querySelector(button).closest(`[${attribute}]`).getAttribute(attribute);
  const now = () => page.evaluate(read, [button, attribute]);
  const before = await now();
  await page.evaluate((button) => document.querySelector(button).click(), button);
  await comes("a new screen", async () => (await now()) !== before);
}

/** Types the bonus pool. */
async function pool(page, text) {
  await page.fill(".wide input", text);
  await page.press("Enter");
}

for (const name of BROWSERS) {
  describe(`Chromium ${name}`, () => {
    let server, browser, page, folder;

    before(async () => {
      server = await serve(DIST, { base: "/some/folder/" });
      browser = await launch(name, server);
      folder = await mkdtemp(join(tmpdir(), "suanpan-journey-"));
      page = await browser.open();
      await page.goto();
      await page.evaluate(async () => void (await window.suanpanLoader.modules()));
    });
    after(async () => {
      await browser?.close();
      server?.close();
      await rm(folder, { recursive: true });
    });

    test("a dropped workbook is recognised, with its repairs and their places", async () => {
      const fetched = page.requests.length;
      await page.sees(".drop", "公用电脑用完请点“清除本机数据”");
      await page.drop(".drop", decodeURIComponent(COUNTY.pathname));
      await page.sees(".lead", "28 所学校");
      await page.sees(".lead", "3 张表中认出 3 张");
      await page.click(".finding");
      await page.sees(".findings", "县域数据.xlsx › 中考成绩 › ");
      await page.click("tbody .plainbutton");
      await page.sees(".mapping", "在校生数(人) › 小学");
      assert.deepEqual(page.requests.slice(fetched), []);
    });

    test("row numbers and names stay in sight while a sheet is scrolled", async () => {
      const [moved, ...places] = await page.evaluate(() => {
        const frame = document.querySelector(".preview .frame");
        frame.scrollLeft = 400;
        const left = frame.getBoundingClientRect().left;
        const staying = [...frame.querySelector("tbody tr").querySelectorAll(".stay")];
        const places = staying.map((cell) => Math.round(cell.getBoundingClientRect().left - left));
        const moved = frame.scrollLeft;
        frame.scrollLeft = 0;
        return [moved, ...places];
      });
      assert.equal(moved, 400);
      assert.equal(places.length, 2);
      assert.equal(places[0], 0);
      assert.ok(places[1] > 0 && places[1] <= 80, `the names begin at ${places[1]}`);
    });

    test("a blank table can be taken, and the own file back with its findings marked", async () => {
      const fetched = page.requests.length;
      const template = await page.download(() => page.click(".take .plainbutton:nth-of-type(2)"), folder);
      assert.equal(basename(template), "空白模板-办学条件.xlsx");
      const marked = await page.download(() => page.click("text=带批注的原表"), folder);
      assert.equal(basename(marked), "县域数据(标注).xlsx");
      await page.sees(".notices", "格式照旧");
      // Names of parts stand unpacked in the container.
      assert.ok((await readFile(marked)).includes("xl/worksheets/suanpan-findings.xml"));
      assert.deepEqual(page.requests.slice(fetched), []);
    });

    test("what is half typed outlives every new screen, and Escape gives it up", async () => {
      const cell = "#cell-0-4-6";
      const before = await page.value(cell);
      await page.fill(cell, "4");
      for (const more of ["3", "6"]) {
        await answer(page, ".finding", "aria-expanded");
        await page.type(more);
      }
      assert.equal(await page.value(cell), "436");
      await page.press("Enter");
      await page.sees(".findings", "已在页面上改过");
      assert.equal(await page.value(cell), "436");
      await page.click("text=↶ 撤销");
      await comes("the edit is undone", async () => (await page.value(cell)) === before);
      await page.fill(cell, "9");
      await page.press("Escape");
      assert.equal(await page.value(cell), before);
      await page.press("Enter");
      await answer(page, ".finding", "aria-expanded");
      await answer(page, ".finding", "aria-expanded");
      assert.ok(!(await page.text(".findings")).includes("已在页面上改过"));
    });

    test("a cell is typed over and a repair taken back, and undo brings both back", async () => {
      await page.fill("#cell-0-4-6", "436");
      await page.press("Enter");
      await page.sees(".findings", "已在页面上改过");
      const unsaid = async (text) => !(await page.text(".findings")).includes(text);
      await page.click("text=↶ 撤销");
      await comes("the edit is undone", () => unsaid("已在页面上改过"));
      await page.evaluate(() => {
        const repaired = [...document.querySelectorAll(".finding")].find((one) => one.innerText.includes("数字存成了文本"));
        repaired.click();
      });
      await page.sees(".rulings", "全部撤回");
      await page.click(".rulings .plainbutton");
      await page.sees(".rulings", "全部采纳");
      await page.click("text=↶ 撤销");
      await page.sees(".rulings", "全部撤回");
    });

    test("ranks follow the weights, and undo brings them back", async () => {
      await go(page, "evaluation");
      await page.sees(".lead", "居首");
      const before = await column(page, 2);
      assert.equal(before.length, 12);
      await page.fill(".tree > li:last-child input[type=range]", 9000);
      await page.sees(".sum", "100.00");
      await comes("the ranks moved", async () => (await column(page, 2)).join() !== before.join());
      await page.click("text=↶ 撤销");
      await comes("the ranks came back", async () => (await column(page, 2)).join() === before.join());
    });

    test("every kind of figure says why, down to the cells", async () => {
      const asked = { evaluation: "tbody td:nth-of-type(5) .figure", balance: "tfoot .figure", bonus: "tbody .figure" };
      for (const [where, figure] of Object.entries(asked)) {
        await go(page, where);
        if (where === "bonus") await pool(page, "8000000");
        await page.click(figure);
        await page.find(".why");
        const seen = () => document.querySelector(".why").getBoundingClientRect().bottom <= innerHeight + 1;
        await comes("the explanation stands in sight", () => page.evaluate(seen));
        await page.evaluate(() => {
          for (const part of document.querySelectorAll(".why details")) part.open = true;
        });
        await page.sees(".why", "县域数据.xlsx › ");
        await page.press("Escape");
      }
    });

    test("the balance has its verdict for both stages", async () => {
      await go(page, "balance");
      await page.sees(".lead", "本县资源配置未达标");
      await page.click("text=初中");
      await page.sees("h1", "初中");
    });

    test("a chart is read as a table, and taken as SVG and as PNG", async () => {
      const fetched = page.requests.length;
      await page.click(".piece summary");
      await page.sees(".piece details table", "L2 骨干教师");
      const svg = await page.download(() => page.click("text=下载 SVG"), folder);
      assert.equal(basename(svg), "差异系数-初中.svg");
      assert.match(await readFile(svg, "utf8"), /^<svg xmlns=.*<title id="title">差异系数与限值 · 初中<.*<\/svg>$/s);
      const png = await page.download(() => page.click("text=下载 PNG"), folder);
      assert.equal(basename(png), "差异系数-初中.png");
      const bytes = await readFile(png);
      assert.equal(bytes.toString("latin1", 1, 4), "PNG");
      // Two dots a pixel of the picture and its margins.
      assert.equal(bytes.readUInt32BE(16), 2 * (760 + 32));
      assert.deepEqual(page.requests.slice(fetched), []);
    });

    test("a step of a plan is tried out by Enter, and taken back", async () => {
      await page.click("text=补短与模拟");
      await page.find("form.tools");
      const school = await page.evaluate(() => document.querySelector("#plan-schools option").value);
      await page.fill("form.tools input[list]", school);
      await page.press("Tab");
      await page.fill("form.tools .number input", "1,200");
      await page.press("Enter");
      await page.sees("div > .piece", `${school}:初中在校生数改为 1,200`);
      assert.equal(await page.value("form.tools input[list]"), school, "the form stays as it is");
      await page.click("text=↶ 撤销");
      await page.sees("div > .piece", "差异系数:现在与试算后");
      await page.click("text=达标判定");
    });

    test("a pool is shared to the fen, and the identity stands", async () => {
      await go(page, "bonus");
      await pool(page, "900万");
      await page.sees(".identity", "9,000,000.00");
      await page.sees(".identity", "平");
      await pool(page, "很多");
      await page.find("[aria-invalid]");
      await page.sees(".identity", "9,000,000.00");
      await page.fill(".wide input", "80000");
      await answer(page, "thead .sorter", "aria-sort");
      await page.type("00");
      await page.press("Enter");
      await page.gone("[aria-invalid]");
      const paid = (await column(page, 4)).map((text) => BigInt(text.replace(/[,.]/g, "")));
      assert.equal(paid.reduce((sum, fen) => sum + fen, 0n), 800_000_000n);
    });

    test("language and theme change at once", async () => {
      await page.click("text=English");
      await page.sees("h1", "Bonus");
      assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
      await page.fill(".bar select", 2);
      await page.click("text=中文");
      await page.sees("h1", "奖金");
    });

    test("the workbook and the project can be taken away, and the project opens again", async () => {
      await go(page, "report");
      const workbook = await page.download(() => page.click("text=导出 xlsx 工作簿"), folder);
      assert.equal((await readFile(workbook)).subarray(0, 2).toString(), "PK");
      assert.match(basename(workbook), /\.xlsx$/);
      const project = await page.download(() => page.click("text=保存项目文件(.suanpan)"), folder);
      const saved = JSON.parse(await readFile(project, "utf8"));
      assert.equal(saved.format, "suanpan");
      await go(page, "data");
      await page.click("text=清空,重新开始");
      await page.find(".card");
      await page.upload("input[type=file]", project);
      await page.sees(".lead", "28 所学校");
      await go(page, "bonus");
      await page.sees(".identity", "8,000,000.00");
    });

    test("bad files are told with what to do, and the page lives on", async () => {
      await go(page, "data");
      const empty = join(folder, "空表.xlsx");
      await writeFile(empty, "");
      const gbk = join(folder, "年度指标.csv");
      await writeFile(gbk, Buffer.from("d1a7d0a3c3fbb3c62cc4eab6c82cc8cbd4c20ad3c8cfaad6d0d1a72c323032352c333537", "hex"));
      await page.upload("input[type=file]", empty, gbk);
      await page.sees(".findings", "空");
      await page.sees("main", "年度指标.csv");
      await page.sees(".lead", "28 所学校");
    });

    test("a password-protected workbook opens after its password", async () => {
      await page.upload("input[type=file]", fixture("protected.xlsx"));
      await page.sees(".asked", "protected.xlsx");
      await page.fill(".asked input", "654321");
      await page.press("Enter");
      await page.sees(".asked", "密码不对");
      await page.sees(".lead", "28 所学校");
      await page.fill(".asked input", "123");
      await answer(page, ".finding", "aria-expanded");
      await page.type("456");
      await page.press("Enter");
      await page.gone(".asked");
      await page.sees(".files", "protected.xlsx");
    });

    test("a text of doubtful encoding is asked about with previews, and can be read anew", async () => {
      await page.upload("input[type=file]", fixture("asking/either.csv"));
      await page.sees(".option:nth-of-type(1)", "安第");
      await page.sees(".option:nth-of-type(2)", "假菴");
      await page.click(".option:nth-of-type(2) label");
      await page.click(".asked [type=submit]");
      await page.gone(".asked");
      await page.sees(".files", "either.csv");
      await page.click('[aria-label="either.csv:换一种编码"]');
      await page.sees(".option:nth-of-type(1)", "安第");
      await page.click("text=不打开此文件");
      await page.gone(".asked");
    });

    test("nothing was fetched after the modules, and nothing ever from elsewhere", async () => {
      const pieces = page.requests.filter((url) => !/\.(html|js|wasm|css|json|xlsx)$|\/$/.test(new URL(url).pathname));
      assert.deepEqual(pieces, []);
      assert.deepEqual(page.requests, [...new Set(page.requests)], "nothing is fetched twice");
      assert.deepEqual(page.requests.filter((url) => !url.startsWith(server.url)), []);
    });

    test("the policy holds and nothing complains", async () => {
      assert.deepEqual(page.errors, []);
      // Below Chromium 97 wasm needs 'unsafe-eval'.
      assert.equal(await page.evaluate(evalRuns), name === "92");
      for (const url of ["http://example.invalid/", "https://www.google.com/"]) {
        const refused = await page.evaluate(
          (url) =>
            new Promise((resolve) => {
              document.addEventListener("securitypolicyviolation", ({ blockedURI }) => resolve(blockedURI), { once: true });
              fetch(url).then(() => resolve("let through"), () => setTimeout(resolve, 1000, "not refused"));
            }),
          url,
        );
        assert.ok(refused.startsWith(url.slice(0, -1)), refused);
      }
      assert.deepEqual(page.requests.filter((url) => !url.startsWith(server.url)), []);
    });

    test("the project of last time is offered, and everything here can be forgotten", async () => {
      await page.find(".project");
      await page.sees(".project", "已存于本机");
      // Before the last change is kept, too, the page would ask.
      const kept = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
      await comes("the page may be left", () => page.evaluate(kept));
      await page.goto();
      await page.click("text=继续");
      await page.sees("main", "居首");
      // It is asked once, in the page; the answer that changes nothing has the focus.
      const focused = () => page.evaluate(() => document.activeElement.innerText);
      await page.click("text=清除本机数据");
      await page.find(".forget");
      assert.equal(await focused(), "取消");
      await page.press("Escape");
      await page.find(".rail .end > button");
      assert.equal(await focused(), "清除本机数据");
      await page.sees("main", "居首");
      // It is said when storage has let go of it, not before; until then the page would ask.
      await page.evaluate(occupyStorage);
      await page.click("text=清除本机数据");
      await page.click("text=确定清除");
      await page.find(".card");
      await page.sees(".notices", "正在清除");
      assert.equal(await page.evaluate(kept), false);
      await page.evaluate(() => window.releaseStorage());
      await page.sees(".notices", "本机数据已清除");
      assert.equal(await page.evaluate(kept), true);
      await page.goto();
      await page.find(".card");
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await page.evaluate(() => document.querySelector(".notices").innerText), "");
    });

    test("a long table is shown in parts, which the keyboard reaches too", async () => {
      const other = await browser.open();
      const long = join(folder, "全省.csv");
      const rows = Array.from({ length: 130 }, (_, index) => `第${1000 + index}中学,${(99 - index / 10).toFixed(1)}`);
      await writeFile(long, ["学校名称,三年巩固率", ...rows].join("\n"));
      await other.goto();
      await other.upload("input[type=file]", long);
      await go(other, "evaluation");
      await other.sees(".pager", "第 1–50 行,共 130 行");
      assert.equal((await column(other, 2)).length, 50);
      await other.evaluate(() => window.scrollTo(0, 1200));
      await other.evaluate(() => document.querySelectorAll(".pager button")[1].focus());
      for (const [from, to] of [[51, 100], [101, 130]]) {
        await other.press("Enter");
        await other.sees(".pager", `第 ${from}–${to} 行,共 130 行`);
        const names = await column(other, 2);
        assert.equal(names.length, to - from + 1);
        assert.ok(names[0].startsWith(`第${999 + from}中学`), names[0]);
      }
      const seen = await other.evaluate(() => ({
        focused: document.activeElement.innerText,
        disabled: document.activeElement.getAttribute("aria-disabled"),
        top: document.querySelector("tbody tr").getBoundingClientRect().top,
      }));
      assert.deepEqual([seen.focused, seen.disabled], ["下一页", "true"]);
      assert.ok(seen.top >= 0 && seen.top < 768, "the first row is in sight");
      assert.deepEqual(other.errors, []);
      await other.close();
    });

    test("what lies below the screen follows, in its place", async () => {
      const other = await browser.open();
      const county = join(folder, "本县.csv");
      const rows = Array.from({ length: 45 }, (_, at) => `第${1000 + at}小学,小学,${900 + ((at * 37) % 45)},${at % 9 ? "公办" : "民办"},${400 + at}`);
      await writeFile(county, ["学校名称,办学类型,小学在校生数,举办者,教学及辅助用房面积", ...rows].join("\n"));
      await other.goto();
      await other.upload("input[type=file]", county);
      await go(other, "balance");
      await other.find("table.balance");
      const pupils = () => other.evaluate(() => [...document.querySelectorAll(".balance tbody td:nth-of-type(1)")].map((cell) => Number(cell.innerText)));
      const titles = () => [...document.querySelectorAll(".piece h2")].map((title) => title.innerText);
      assert.equal((await pupils()).length, 45);
      const before = await other.evaluate(titles);
      await other.click(".balance thead th:nth-of-type(2) button");
      await comes("every row in order", async () => (await pupils()).every((count, at) => count === 900 + at));
      // From the first picture on each piece stands where it belongs, once.
      await other.click(".standard summary");
      const first = () =>
        new Promise((resolve) => {
          const titles = () => [...document.querySelectorAll(".piece h2")].map((title) => title.innerText);
          new MutationObserver((_, observer) => resolve(titles(observer.disconnect()))).observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true });
          document.querySelector(".numbers input[type=checkbox]").click();
        });
      const after = await other.evaluate(first);
      assert.equal(after.length, before.length + 1, "private schools are left out and listed");
      assert.deepEqual(after.slice(0, before.length), before);
      await comes("fewer rows", async () => (await pupils()).length === 40);
      assert.deepEqual(other.errors, []);
      await other.close();
    });

    test("a page that cannot start says what to do", async () => {
      const broken = await browser.open();
      server.missing.add("suanpan_bg.wasm");
      await broken.goto();
      await broken.sees("#start-failure", "Suanpan could not start");
      server.missing.clear();
      await broken.goto();
      await openSample(broken);
      await broken.close();
    });
  });
}
