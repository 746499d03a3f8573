// Three engines behind one small page, so that one journey runs in all of them:
// `current` is Debian's Chromium; 109 and 92 are the engines of 360, QQ and WPS browsers.
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rename, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { chromium as playwright } from "playwright-core";
import puppeteer from "puppeteer-core";

export const BROWSERS = ["current", "109", "92"];

const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  // Chromium asks its maker what the fields of any page are for, the time, and hints about pages.
  "--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  "--no-sandbox",
];
const WAIT = 15_000;
// Current Chromium asks for accounts, updates and its search engine, whatever the page. The
// page itself can ask none of them: its policy refuses it, and a request of its own is an error.
const BROWSERS_OWN = /^https?:\/\/(accounts\.google|clients2\.google|www\.google|update\.googleapis|content-autofill\.googleapis|optimizationguide-pa\.googleapis)\.com[:\/]/;
// What engines below Chromium 97 say to a policy that newer ones need.
const NOT_KNOWN = "contains an invalid source: ''wasm-unsafe-eval''. It will be ignored.";
// The one style that Chromium 92 itself writes into a field with a list of offers; told by its hash, so that none
// of the page's passes for it.
const FIELDS_OWN = "sha256-pILX+5FGCpLRHvNBgtABIdSMmytrYudGxJBUYXY1t0s=";
const HERE = dirname(fileURLToPath(import.meta.url));

/** Unpacks the old engine's binary and libraries out of its npm package, once. */
async function unpack(version) {
  const packed = join(HERE, "node_modules", `chromium-${version}`, "bin");
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const dir = join(cache, "suanpan", `chromium-${version}`);
  if (!existsSync(dir)) {
    const fresh = `${dir}.${process.pid}`;
    await mkdir(fresh, { recursive: true });
    const out = (name, mode) => createWriteStream(join(fresh, name), { mode });
    const inflate = (name, to) =>
      pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), to);
    await inflate("chromium.br", out("chromium", 0o755));
    await inflate("aws.tar.br", out("aws.tar", 0o644));
    execFileSync("tar", ["-xf", "aws.tar"], { cwd: fresh });
    // Another test may have been quicker.
    await rename(fresh, dir).catch(() => rm(fresh, { recursive: true }));
  }
  const env = { ...process.env, LD_LIBRARY_PATH: join(dir, "aws", "lib") };
  return { executablePath: join(dir, "chromium"), env };
}

/**
 * Starts a browser whose every request goes through `server`, the answer of serve().
 * `open({lang, dark, width, height})` gives a Page in a fresh profile.
 */
export async function launch(name, server) {
  const args = [...FLAGS, `--proxy-server=${server.origin}`, "--proxy-bypass-list=<-loopback>"];
  if (name === "92") {
    const browser = await puppeteer.launch({ ...(await unpack(name)), args, headless: true });
    return { open: (options) => openPuppeteer(browser, server, options), close: () => browser.close() };
  }
  const where = name === "current" ? { executablePath: "/usr/bin/chromium" } : await unpack(name);
  const browser = await playwright.launch({ ...where, args });
  return { open: (options) => openPlaywright(browser, server, options), close: () => browser.close() };
}

const DEFAULTS = { lang: "zh-CN", dark: false, width: 1366, height: 768 };

async function openPlaywright(browser, server, options) {
  const { lang, dark, width, height } = { ...DEFAULTS, ...options };
  const context = await browser.newContext({
    locale: lang,
    colorScheme: dark ? "dark" : "light",
    viewport: { width, height },
  });
  const page = await context.newPage();
  return new Page(page, server, {
    close: () => context.close(),
    upload: (input, files) => input.setInputFiles(files),
    resize: (width, height) => page.setViewportSize({ width, height }),
    async download(act, dir) {
      const [file] = await Promise.all([page.waitForEvent("download", { timeout: WAIT }), act()]);
      const path = join(dir, file.suggestedFilename());
      await file.saveAs(path);
      return path;
    },
  });
}

async function openPuppeteer(browser, server, options) {
  const { lang, dark, width, height } = { ...DEFAULTS, ...options };
  const context = await browser.createIncognitoBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.evaluateOnNewDocument((lang) => {
    Object.defineProperty(navigator, "language", { get: () => lang });
    Object.defineProperty(navigator, "languages", { get: () => [lang] });
  }, lang);
  return new Page(page, server, {
    close: () => context.close(),
    upload: (input, files) => input.uploadFile(...files),
    resize: (width, height) => page.setViewport({ width, height }),
    async download(act, dir) {
      const fresh = await mkdtemp(join(tmpdir(), "suanpan-"));
      const session = await page.target().createCDPSession();
      await session.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: fresh });
      await act();
      const done = (names) => names.find((name) => !name.endsWith(".crdownload"));
      const name = await until("a download", async () => done(await readdir(fresh)));
      const path = join(dir, name);
      await rename(join(fresh, name), path);
      return path;
    },
  });
}

/** Asks until the answer is truthy, and returns it. */
async function until(what, ask) {
  const end = Date.now() + WAIT;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/**
 * A target is a CSS selector, or `text=…`: the innermost visible element whose text, or
 * aria-label, is exactly that. Every method waits for its target.
 */
class Page {
  /** Console errors, uncaught errors and policy violations, as text. */
  errors = [];

  constructor(page, server, engine) {
    this.page = page;
    this.server = server;
    this.engine = engine;
    page.on("request", (request) => {
      if (BROWSERS_OWN.test(request.url())) this.errors.push(`the page asks for ${request.url()}`);
    });
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("console", (message) => {
      const text = message.text();
      const engines = text.includes(NOT_KNOWN) || text.includes(FIELDS_OWN);
      if (message.type() === "error" && !engines) this.errors.push(text);
    });
  }

  /** URLs of all requests of the whole browser since it started, of workers too, but its own. */
  get requests() {
    return this.server.requests.filter((url) => !BROWSERS_OWN.test(url));
  }

  async goto(path = "") {
    await this.page.goto(this.server.url + path);
  }

  /** The element handle of a visible target. */
  find(target) {
    return until(target, async () => (await this.page.evaluateHandle(findVisible, target)).asElement());
  }

  async gone(target) {
    await until(`the end of ${target}`, async () => !(await this.page.evaluateHandle(findVisible, target)).asElement());
  }

  async click(target) {
    await (await this.find(target)).click();
  }

  async press(key) {
    await this.page.keyboard.press(key);
  }

  /** Types on, where the cursor is. */
  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** What stands in a field. */
  async value(target) {
    return (await this.find(target)).evaluate((field) => field.value);
  }

  /** Types into a text field, in place of what stands there; sets a slider, a date or a select at once. */
  async fill(target, value) {
    const text = String(value);
    let field;
    const how = await until(`${target} to fill`, async () => {
      field = await this.find(target);
      return field.evaluate(beginToFill, text);
    });
    if (how === "set") return;
    await this.type(text);
    const stands = await field.evaluate((field) => field.value);
    if (stands !== text) throw new Error(`"${text}" was typed into ${target}, which holds "${stands}"`);
  }

  /** Gives files to a file input, which may be hidden. */
  async upload(selector, ...files) {
    await this.engine.upload(await until(selector, () => this.page.$(selector)), files);
  }

  /** Drops one file on a target. */
  async drop(target, file) {
    const bytes = (await readFile(file)).toString("base64");
    await (await this.find(target)).evaluate((element, [bytes, name]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
      for (const kind of ["dragenter", "dragover", "drop"]) {
        element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      }
    }, [bytes, basename(file)]);
  }

  /** Does `act`, and returns the path below `dir` of the file that the page then hands out. */
  download(act, dir) {
    return this.engine.download(act, dir);
  }

  /** Visible text of a target. */
  async text(target) {
    return (await this.find(target)).evaluate((element) => element.innerText);
  }

  /** Waits until the target's text contains `part`. */
  async sees(target, part) {
    let seen = "";
    const includes = async () => (seen = await this.text(target)).includes(part);
    await until(`${part} in ${target}`, includes).catch((error) => {
      throw new Error(`${error.message}, which says: ${seen}`);
    });
  }

  /** Runs a function in the page. */
  evaluate(run, argument) {
    return this.page.evaluate(run, argument);
  }

  resize(width, height) {
    return this.engine.resize(width, height);
  }

  screenshot(path, options) {
    return this.page.screenshot({ path, ...options });
  }

  close() {
    return this.engine.close();
  }
}

// Runs in the page: sets what is not typed, or selects what typing shall replace. Nothing when,
// on a slow machine, a new screen has just taken the field away.
function beginToFill(field, text) {
  if (!field.isConnected) return null;
  if (field.matches("textarea, input:not([type=range]):not([type=date])")) {
    field.focus();
    field.select();
    return document.activeElement === field ? "type" : null;
  }
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return "set";
}

// Runs in the page.
function findVisible(target) {
  const visible = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== "hidden";
  };
  if (!target.startsWith("text=")) return [...document.querySelectorAll(target)].find(visible) ?? null;
  const wanted = target.slice(5);
  const named = (element) =>
    element.getAttribute("aria-label") === wanted || (element.innerText ?? "").trim() === wanted;
  // Document order puts the innermost of nested matches last.
  const all = [...document.querySelectorAll("body *")].filter((element) => named(element) && visible(element));
  return all.find((element) => !all.some((other) => other !== element && element.contains(other))) ?? null;
}
