// What is one's own: searches one has made and sections one has starred, kept in this browser only. Nothing of it is sent.
"use strict";

(function () {
  const MOST = { searches: 50, stars: 500 };
  const REMEMBER = "remember";
  const kept = (() => { try { return window.localStorage; } catch { return null; } })();
  const read = (name) => {
    try {
      const found = JSON.parse((kept && kept.getItem(name)) || "[]");
      return Array.isArray(found) ? found.filter((each) => each && typeof each.address === "string" && each.address.startsWith("/")) : [];
    } catch { return []; }
  };
  const write = (name, list) => { try { if (kept) kept.setItem(name, JSON.stringify(list.slice(0, MOST[name]))); } catch { /* full, or not allowed */ } };
  const put = (name, entry) => write(name, [{ ...entry, time: new Date().toISOString() }, ...read(name).filter((each) => each.address !== entry.address)]);
  const drop = (name, address) => write(name, read(name).filter((each) => each.address !== address));
  const remembers = () => !kept || kept.getItem(REMEMBER) !== "off";
  const text = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");
  // The page turned to and the language are no other search.
  const asked = () => {
    const found = new URLSearchParams(location.search);
    for (const name of ["offset", "lang", "unfold", "named", "beyond"]) found.delete(name);
    return found;
  };

  // A search: its address, what was typed, what it is narrowed by, how much it found.
  const remember = () => {
    const found = asked();
    if (location.pathname !== "/search" || !(found.get("q") || "").trim() || !remembers() || !document.getElementById("count")) return;
    const view = found.has("view") ? [text(document.querySelector(".tools .segments a[aria-current]"))] : [];
    const chips = Array.from(document.querySelectorAll(".chips li a:not(.all)"), (chip) => text(chip).replace(/✕$/, ""));
    put("searches", { address: "/search?" + found, query: found.get("q"), chosen: [...view, ...chips].filter(Boolean).join(" · "), found: text(document.querySelector("#count strong")) });
  };

  // A section: the one of a hit, or the one that is being read.
  let reading = null;
  const section = (button) => {
    const hit = button.closest(".hit");
    if (!hit) return reading;
    const link = hit.querySelector(".permalink");
    return { address: link.getAttribute("href"), from: text(hit.querySelector(".where .zone")), year: text(hit.querySelector(".where .year")), heading: text(hit.querySelector("h2 .own")) };
  };
  // The star of a hit stands in the page once.
  const hang = () => {
    const first = document.getElementById("star");
    if (first) document.querySelectorAll(".hit .where .permalink:not(:has(+ .star))").forEach((link) => {
      const star = first.cloneNode(true);
      star.removeAttribute("id");
      star.hidden = false;
      star.dataset.star = "";
      link.after(star);
    });
  };
  const draw = () => {
    hang();
    const starred = new Set(read("stars").map((each) => each.address));
    document.querySelectorAll("[data-star]").forEach((button) => {
      const at = section(button);
      const on = Boolean(at) && starred.has(at.address);
      if (button.getAttribute("aria-pressed") === String(on)) return;
      button.setAttribute("aria-pressed", String(on));
      button.textContent = on ? "★" : "☆";
    });
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-star]");
    const at = button && section(button);
    if (!at) return;
    if (button.getAttribute("aria-pressed") === "true") drop("stars", at.address);
    else put("stars", at);
    draw();
  });
  document.addEventListener("xunzhang:section", (event) => { reading = event.detail; draw(); });
  document.addEventListener("htmx:after:swap", () => { remember(); draw(); });
  window.addEventListener("storage", draw);

  // The page of one's own.
  const page = document.getElementById("mine");
  const LISTS = ["stars", "searches"];
  const line = (name, each) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = each.address;
    link.lang = "zh-Hans";
    link.textContent = name === "searches" ? each.query : [each.from, each.year, each.heading].filter(Boolean).join(" ");
    const more = document.createElement("span");
    more.className = "count";
    more.textContent = [each.chosen, each.found, (each.time || "").slice(0, 10)].filter(Boolean).join(" · ");
    const away = document.createElement("button");
    away.type = "button";
    away.textContent = "✕";
    away.setAttribute("aria-label", page.dataset.remove + " " + link.textContent);
    away.addEventListener("click", () => { drop(name, each.address); show(); });
    row.append(link, more, away);
    return row;
  };
  const show = () => LISTS.forEach((name) => {
    const list = read(name);
    page.querySelector(`[data-list=${name}]`).replaceChildren(...list.map((each) => line(name, each)));
    page.querySelector(`[data-none=${name}]`).hidden = list.length > 0;
  });
  const save = (content, kind, ending) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: kind }));
    link.download = `xunzhang-${new Date().toISOString().slice(0, 10)}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const whole = (each) => ({ ...each, address: location.origin + each.address });
  // A cell that begins like a formula is text; so it is where a spreadsheet opens it.
  const cell = (value) => `"${String(value || "").replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""')}"`;
  const COLUMNS = ["list", "address", "query", "from", "year", "heading", "chosen", "found", "time"];
  const WAYS = {
    json: () => save(JSON.stringify(Object.fromEntries(LISTS.map((name) => [name, read(name).map(whole)])), null, 1), "application/json", "json"),
    csv: () => {
      const rows = LISTS.flatMap((name) => read(name).map((each) => ({ list: name, ...whole(each) })));
      save("\ufeff" + [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n", "text/csv", "csv");
    },
    clear: (button) => {
      const { sure } = button.dataset;
      if (button.textContent === sure) LISTS.forEach((name) => write(name, []));
      else button.textContent = sure;
      show();
    },
  };
  if (page) {
    const box = document.getElementById(REMEMBER);
    box.checked = remembers();
    box.addEventListener("change", () => { if (kept) kept.setItem(REMEMBER, box.checked ? "on" : "off"); });
    page.querySelectorAll("[data-own]").forEach((button) => button.addEventListener("click", () => WAYS[button.dataset.own](button)));
    window.addEventListener("storage", show);
    show();
  }

  remember();
  draw();
})();
