// The states of the page that are checked by axe and photographed by look.mjs.

/** Each state is reached from a page that has just been opened. */
export const STATES = [
  { name: "start", reach: async (page) => page.sees("#replies", "1 = 你好") },
];

export const LANGUAGES = ["zh-CN", "en"];
