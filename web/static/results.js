// The page of results: htmx puts new results in place of the old ones. What it leaves to do: what the box says, what is said aloud,
// what has the focus, where one stands. Everything works without a script, by loading the page.
"use strict";

(function () {
  const box = document.getElementById("q");
  const RESTORING = "HX-History-Restore-Request";
  const address = () => location.pathname + location.search;
  let had = "";
  let shown = address();

  // Lists of facet values can be searched.
  const sift = (input) => {
    const wanted = input.value.trim();
    input.closest("details").querySelectorAll("li").forEach((row) => { row.hidden = !row.textContent.includes(wanted); });
  };
  document.addEventListener("input", (event) => { if (event.target.matches(".find")) sift(event.target); });

  // Back leads to what had the focus, too; the same address again is no new step.
  document.addEventListener("htmx:before:history:update", (event) => {
    const step = event.detail.history;
    if (new URL(step.path, location.href).href === location.href) step.type = "replace";
    history.replaceState({ ...history.state, focus: document.activeElement.id }, "");
  });

  // j and k go from hit to hit, or from line to line.
  document.addEventListener("keydown", (event) => {
    if (!/^[jk]$/.test(event.key) || !window.xunzhang.alone(event)) return;
    const links = Array.from(document.querySelectorAll("#hits .hit h2 a, #hits .kwic td.match a"));
    const here = links.findIndex((link) => link.closest(".hit, tr").contains(document.activeElement));
    const next = links[here < 0 ? (event.key === "j" ? 0 : -1) : here + (event.key === "j" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.closest(".hit, tr").scrollIntoView({ block: "center" });
  });

  // Every step of the history is ours, a place within the page, too: htmx brings results back for those that are marked.
  const own = () => { if (!history.state) history.replaceState({ htmx: true }, ""); };
  window.addEventListener("hashchange", own);
  own();

  // Within the results shown nothing has to come back: browsers tell of such steps as of others.
  document.addEventListener("htmx:before:history:restore", (event) => { if (address() === shown) event.preventDefault(); });

  // With a key held, a click opens another window: htmx 4.0.1 would stop it and do nothing.
  document.addEventListener("click", (event) => {
    if ((event.ctrlKey || event.metaKey || event.shiftKey) && event.target.closest("a[data-htmx-powered]")) event.stopPropagation();
  }, true);

  // Whatever is not one of our pages is the browser's business; so is what never came.
  document.addEventListener("htmx:before:swap", (event) => {
    const { ctx } = event.detail;
    had = document.activeElement.id;
    document.querySelectorAll("#hits details[open]").forEach((each) => { each.open = false; }); // other hits, folded as they come
    if (ctx.text.includes('id="main"')) return;
    event.preventDefault();
    location.assign(ctx.request.action);
  });
  document.addEventListener("htmx:error", (event) => {
    if (event.detail.ctx) location.assign(event.detail.ctx.request.action);
  });

  document.addEventListener("htmx:after:swap", (event) => {
    const { ctx } = event.detail;
    const main = document.getElementById("main");
    const back = RESTORING in ctx.request.headers;
    shown = address();
    if (back || document.activeElement !== box) box.value = new URLSearchParams(location.search).get("q") || "";
    // What was unfolded stays so; below a place that is chosen, or in which one is, its cities are seen.
    document.querySelectorAll(".within").forEach((each) => { if (each.closest("li").querySelector(".chosen")) each.open = true; });
    document.querySelectorAll(".find").forEach((input) => { if (input.value) sift(input); });
    const feed = document.querySelector("link[rel=alternate]");
    const atom = main.querySelector('.exports a[href*=".atom"]');
    if (feed && atom) feed.setAttribute("href", atom.getAttribute("href"));
    document.getElementById("said").textContent = main.querySelector("h1").innerText.replace(/\s+/g, " ").trim();
    settle(main, ctx.sourceElement, back);
  });

  // The focus goes to new results where one asked for others, stays where one narrows them, and comes back with them.
  function settle(main, source, back) {
    const results = document.getElementById("hits") || main;
    const turned = source.matches("form, .pages *");
    const kept = document.getElementById(back ? (history.state && history.state.focus) || "" : had);
    if (turned && !back) results.focus({ preventScroll: true });
    else if (document.activeElement === document.body) (kept || results).focus({ preventScroll: true });
    const sheet = main.querySelector(".facets:target");
    if (!back && !(sheet && getComputedStyle(sheet).position === "fixed")) window.scrollTo(0, 0);
  }
})();
