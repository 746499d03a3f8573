// The states of the page that are checked by axe and photographed by look.mjs.

export const open = async (page) => {
  await page.click(".card");
  await page.sees("h1", "");
  await page.find(".findings");
};
/** Each state is reached from a page that has just been opened. */
export const STATES = [
  { name: "start", reach: async (page) => page.find(".card") },
  { name: "data", reach: open },
  { name: "report", reach: async (page) => { await open(page); await page.click(".rail a:nth-child(5)"); await page.find(".pairs"); } },
];

export const LANGUAGES = ["zh-CN", "en"];
