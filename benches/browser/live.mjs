// How long a change takes from the click, on a county of 2,000 schools with their conditions:
// node benches/browser/live.mjs [SCHOOLS]. The site must be built. Told are the work, until what
// changed is laid out (the worker's, the page's and the browser's); the way to the picture, which
// has to wait for the screen, up to 1000 / 60 ms; and the way to the last of what lies below the
// screen, which follows. Medians of 9; what else the machine does is in them.
import { writeFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "../../tests/browser/browsers.mjs";
import { serve } from "../../tests/browser/serve.mjs";

const SCHOOLS = Number(process.argv[2] ?? 2000);
const RUNS = 9;
const HEADS = [
  "学校名称", "办学类型", "城乡", "小学在校生数", "初中在校生数",
  "小学高于规定学历教师数", "初中高于规定学历教师数", "小学县级以上骨干教师数", "初中县级以上骨干教师数",
  "小学体育艺术专任教师数", "初中体育艺术专任教师数", "教学及辅助用房面积", "室内体育用房面积", "运动场地面积",
  "教学仪器设备值", "多媒体教室间数",
];

/** A table of conditions from a fixed seed. */
function county() {
  let state = 7;
  const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  const about = (middle) => middle * (0.7 + 0.6 * random());
  const lines = [HEADS.join(",")];
  for (let school = 0; school < SCHOOLS; school += 1) {
    const [primary, junior] = [Math.round(about(900)), Math.round(about(600))];
    const hundred = (count, each) => Math.round((count * about(each)) / 100);
    const all = primary + junior;
    lines.push([
      `第${school}学校`, "九年一贯制学校", ["城区", "镇区", "乡村"][school % 3], primary, junior,
      hundred(primary, 4.4), hundred(junior, 5.5), hundred(primary, 1.1), hundred(junior, 1.1),
      hundred(primary, 0.95), hundred(junior, 0.95), Math.round(all * about(5.6)), Math.round(all * 0.3),
      Math.round(all * about(9)), Math.round(all * about(2400)), hundred(all, 2.5),
    ].join(","));
  }
  return lines.join("\n") + "\n";
}

// Runs in the page: acts, and waits until what the worker answered is drawn, and until nothing
// more follows.
const timed = async ([selector, value]) => {
  const element = [...document.querySelectorAll(selector)].find((found) => found.getClientRects().length > 0);
  let last = 0;
  const lay = () => {
    document.body.getBoundingClientRect();
    return (last = performance.now());
  };
  const drawn = new Promise((resolve) => {
    let first;
    const observer = new MutationObserver(() => {
      const laid = lay();
      if (first) return;
      first = laid;
      requestAnimationFrame(() => setTimeout(() => resolve([laid, performance.now(), observer])));
    });
    observer.observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true, attributes: true });
  });
  const start = performance.now();
  if (value === null) element.click();
  else {
    element.value = value;
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const [laid, picture, observer] = await drawn;
  await new Promise((resolve) => setTimeout(resolve, 250));
  observer.disconnect();
  return [laid, picture, last].map((time) => time - start);
};

const folder = await mkdtemp(join(tmpdir(), "suanpan-"));
const file = join(folder, "条件.csv");
await writeFile(file, county());
const server = await serve(new URL("../../dist", import.meta.url).pathname);
const browser = await launch("current", server);
const page = await browser.open({ lang: "zh-CN" });
await page.goto();
await page.upload("input[type=file]", file);
await page.find(".sheets");
await page.click(".rail a:nth-of-type(3)");
await page.find("table.balance");

const median = (times) => times.sort((one, other) => one - other)[RUNS >> 1];

async function measure(name, act) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await page.evaluate(timed, act(run)));
  const [laid, drawn, all] = [0, 1, 2].map((at) => median(runs.map((run) => run[at])).toFixed(1).padStart(6));
  console.log(`${name.padEnd(30)} work ${laid} ms, to the picture ${drawn} ms, to the last piece ${all} ms`);
}

const part = async (number, there) => {
  await page.click(`.parts button:nth-of-type(${number})`);
  await page.find(there);
};

console.log(`${SCHOOLS} schools, two stages each`);
await measure("the table sorted", (run) => [`.balance thead th:nth-of-type(${3 + (run % 3)}) button`, null]);
if (SCHOOLS > 120) await measure("the next schools shown", () => [".pager .plainbutton:nth-of-type(2)", null]);
await measure("the other stage", () => [".tools:not(.parts) .segment [aria-pressed=false]", null]);
await page.click(".standard summary");
await measure("a threshold typed", (run) => [".numbers input", run % 2 ? "4.3" : "4.4"]);
await measure("a switch of the scope", () => [".numbers input[type=checkbox]", null]);
await measure("the other standard", () => [".titled [aria-pressed=false]", null]);
// An odd number of times: back to the first.
await page.click(".titled [aria-pressed=false]");
await measure("a figure explained", (run) => [`.balance tbody tr:nth-of-type(${2 + run}) .figure`, null]);
await part(4, "form.tools");
await measure("steps of a plan tried out", (run) => [`.piece tbody tr:nth-of-type(${3 + run}) .plainbutton`, null]);
await measure("a step taken back", () => [".bar button", null]);
await part(2, ".targets tbody .plainbutton");
await measure("a limit of all schools typed", (run) => [".targets .limit input", String(2 - (run % 2))]);
await measure("a target unfolded", () => [".targets tbody .plainbutton", null]);
await part(3, ".tools .choice select");
await measure("another resource's indices", (run) => [".tools .choice select", String(1 + (run % 3))]);
await measure("the other standard's indices", () => [".titled [aria-pressed=false]", null]);
await browser.close();
server.close();
