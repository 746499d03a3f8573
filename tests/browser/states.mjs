// The states of the page that are checked by axe and photographed by look.mjs.

const PAGES = ["data", "evaluation", "balance", "bonus", "report"];

/** The path of a file that the native tests use too. */
export const fixture = (name) => new URL(`../fixture/${name}`, import.meta.url).pathname;

/** Opens the example. */
export async function openSample(page) {
  await page.click(".card");
  await page.find(".findings");
}

/** Goes to a page by its place in the rail. */
export async function go(page, name) {
  await page.click(`.rail a:nth-of-type(${PAGES.indexOf(name) + 1})`);
  await page.find(`.rail a:nth-of-type(${PAGES.indexOf(name) + 1})[aria-current]`);
}

/** Unfolds every piece that is folded. */
async function unfold(page) {
  for (;;) {
    const folded = () => document.querySelectorAll('.piece h2 button[aria-expanded="false"]').length;
    const left = await page.evaluate(folded);
    if (left === 0) return;
    await page.click('.piece h2 button[aria-expanded="false"]');
    while ((await page.evaluate(folded)) === left) await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

const shown = (name, then = async () => {}) => async (page) => {
  await openSample(page);
  await go(page, name);
  await then(page);
};

/** Each state is reached from a page that has just been opened. */
export const STATES = [
  { name: "start", reach: async (page) => page.find(".card") },
  { name: "data", reach: openSample },
  {
    name: "data-unfolded",
    reach: shown("data", async (page) => {
      await page.click(".finding");
      await page.click("tbody .plainbutton");
      await page.find(".mapping");
    }),
  },
  {
    name: "data-asked",
    reach: async (page) => {
      await page.upload("input[type=file]", fixture("protected.xlsx"), fixture("asking/either.csv"));
      await page.find(".asked form + form");
    },
  },
  {
    name: "data-forget",
    reach: shown("data", async (page) => {
      await page.click(".rail .end .plainbutton");
      await page.find(".forget");
    }),
  },
  { name: "evaluation-empty", reach: async (page) => go(page, "evaluation") },
  { name: "evaluation", reach: shown("evaluation") },
  {
    name: "evaluation-why",
    reach: shown("evaluation", async (page) => {
      await page.click("tbody .figure");
      await page.find(".why");
    }),
  },
  { name: "balance", reach: shown("balance") },
  {
    name: "balance-why",
    reach: shown("balance", async (page) => {
      await page.click("tfoot .figure");
      await page.find(".why");
    }),
  },
  {
    name: "balance-standard",
    reach: shown("balance", async (page) => {
      await page.click(".standard summary");
      await page.click(".numbers .switch input");
      await page.find(".lead .near");
    }),
  },
  {
    name: "balance-2012",
    reach: shown("balance", async (page) => {
      await page.click(".titled .segment button:nth-of-type(2)");
      await page.find(".titled .segment button:nth-of-type(2)[aria-pressed=true]");
      await page.click(".standard summary");
      await page.click(".piece h2 button");
      await page.find("section:has(h2 button) tbody");
    }),
  },
  {
    name: "balance-checks",
    reach: shown("balance", async (page) => {
      await page.click(".piece h2 button");
      await page.find("section:has(h2 button) tbody");
    }),
  },
  { name: "balance-unfolded", reach: shown("balance", unfold) },
  {
    name: "balance-indices",
    reach: shown("balance", async (page) => {
      await page.click(".parts button:nth-of-type(3)");
      await page.find(".tools .choice select");
    }),
  },
  {
    name: "balance-indices-why",
    reach: shown("balance", async (page) => {
      await page.click(".parts button:nth-of-type(3)");
      await page.find(".tools .choice select");
      await page.click(".piece > .frame .figure");
      await page.find(".why");
    }),
  },
  {
    name: "balance-indices-unfolded",
    reach: shown("balance", async (page) => {
      await page.click(".parts button:nth-of-type(3)");
      await page.find(".tools .choice select");
      await unfold(page);
    }),
  },
  {
    name: "balance-plan",
    reach: shown("balance", async (page) => {
      await page.click(".parts button:nth-of-type(4)");
      await page.find("form.tools");
    }),
  },
  {
    name: "balance-targets",
    reach: shown("balance", async (page) => {
      await page.click(".parts button:nth-of-type(2)");
      await page.find(".targets tbody .plainbutton");
      await page.click(".targets tbody .plainbutton");
      await page.find(".targets .more");
    }),
  },
  {
    name: "balance-work-2012",
    reach: shown("balance", async (page) => {
      await page.click(".titled .segment button:nth-of-type(2)");
      await page.find(".titled .segment button:nth-of-type(2)[aria-pressed=true]");
      await page.click(".parts button:nth-of-type(2)");
      await page.find(".targets .points input");
      await page.click(".targets section > .plainbutton");
      await page.fill(".targets tbody select", 1);
      await page.find(".targets tbody .pill.good");
    }),
  },
  {
    name: "balance-classes",
    reach: async (page) => {
      await openSample(page);
      await page.upload("input[type=file]", fixture("classes.csv"));
      await page.sees(".sheets", "classes.csv");
      await go(page, "balance");
      await page.click(".parts button:nth-of-type(2)");
      await page.find(".targets tbody .pill.bad");
    },
  },
  { name: "bonus-empty", reach: async (page) => go(page, "bonus") },
  { name: "bonus", reach: shown("bonus") },
  {
    name: "bonus-why",
    reach: shown("bonus", async (page) => {
      await page.click("tbody .figure");
      await page.find(".why");
    }),
  },
  { name: "report", reach: shown("report") },
];

export const LANGUAGES = ["zh-CN", "en"];
