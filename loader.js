// The first script of the page. Old syntax only: it must run where the page cannot, to say so.
(function () {
  "use strict";

  // Shows the start-failure text of index.html with `reason` under it.
  function fail(reason) {
    function show() {
      document.getElementById("app").style.display = "none";
      document.getElementById("start-failure").removeAttribute("hidden");
      document.getElementById("start-failure-reason").textContent = String(reason);
    }
    if (document.getElementById("start-failure")) show();
    else document.addEventListener("DOMContentLoaded", show);
  }

  function addPolicy(head, policy) {
    var meta = head.ownerDocument.createElement("meta");
    meta.httpEquiv = "Content-Security-Policy";
    meta.content = policy;
    head.appendChild(meta);
  }

  var STRICT = "script-src 'self' 'wasm-unsafe-eval'; worker-src blob: 'self'";

  // Tried in an empty frame, because a policy cannot be taken back: does wasm
  // compile under 'wasm-unsafe-eval' alone?
  function knowsWasmUnsafeEval() {
    var frame = document.createElement("iframe");
    document.documentElement.appendChild(frame);
    try {
      addPolicy(frame.contentDocument.head, STRICT);
      new frame.contentWindow.WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
      return true;
    } catch (refused) {
      return false;
    } finally {
      document.documentElement.removeChild(frame);
    }
  }

  // The theme of last time, before anything is painted. The application takes over later.
  function paintTheme() {
    var theme = "system";
    try {
      // Such as "zh-CN dark".
      theme = (localStorage.getItem("suanpan.preferences") || "").split(" ")[1] || theme;
    } catch (refused) {
      // Storage is off: as the system has it.
    }
    if (theme === "system") theme = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    document.documentElement.setAttribute("data-theme", theme);
  }

  paintTheme();
  window.suanpanStartFailed = fail;
  if (typeof WebAssembly !== "object" || !("noModule" in document.createElement("script"))) {
    fail("WebAssembly / ES modules");
    return;
  }
  // Policies intersect: with this one, eval() is refused.
  if (knowsWasmUnsafeEval()) addPolicy(document.head, STRICT);

  var start = document.createElement("script");
  start.type = "module";
  start.src = "start.js";
  start.onerror = function () { fail("start.js"); };
  document.head.appendChild(start);
})();
