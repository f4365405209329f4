// What a page can do better with a script; everything works without it.
"use strict";

(function () {
  const box = document.getElementById("q");

  // Keys that work alone can be switched off: some people speak to their computer (WCAG 2.1.4).
  const KEYS = "single-keys";
  const kept = (() => { try { return window.localStorage; } catch { return null; } })();
  const singleKeys = () => !kept || kept.getItem(KEYS) !== "off";
  const choice = document.getElementById(KEYS);
  if (choice) {
    choice.checked = singleKeys();
    choice.addEventListener("change", () => { if (kept) kept.setItem(KEYS, choice.checked ? "on" : "off"); });
  }
  // Whether a key is meant for the page: nobody is writing, nothing is held down with it.
  const alone = (event) => {
    const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) || document.activeElement.isContentEditable;
    return singleKeys() && !writing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  };
  window.xunzhang = { singleKeys, alone };

  // "/" goes to the box, "?" to what the keys do.
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && alone(event)) location.assign(document.querySelector("nav.site a[href^='/help']").getAttribute("href") + "#keys");
    if (event.key !== "/" || !box || !alone(event)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  // The menu of a phone closes where one looks elsewhere.
  const menu = document.querySelector(".menu");
  document.addEventListener("click", (event) => { if (menu && menu.open && !menu.contains(event.target)) menu.open = false; });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // Enter belongs to the input method while it composes (keyCode 229: Safari ends composition first).
  if (box) {
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
    });
  }

  // Continuations of what is typed: a list under the box. Nothing is asked while an input method composes.
  if (box && window.fetch) {
    const list = document.createElement("ul");
    list.id = "continuations";
    list.className = "continuations";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.dataset.continuations);
    list.hidden = true;
    box.form.append(list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" })) box.setAttribute(name, value);
    const FACETS = ["year", "region", "zone", "level", "part", "kind"];
    let asking = null;
    let waiting = 0;
    let chosen = -1;
    let typed = "";
    const close = () => {
      list.hidden = true;
      chosen = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    };
    const choose = (number) => {
      const options = list.children;
      if (!options.length) return;
      chosen = (number + options.length + 1) % (options.length + 1);
      if (chosen === options.length) chosen = -1;
      Array.from(options).forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
      box.value = chosen < 0 ? typed : options[chosen].dataset.text;
      if (chosen < 0) box.removeAttribute("aria-activedescendant");
      else box.setAttribute("aria-activedescendant", options[chosen].id);
    };
    const show = (suggestions) => {
      list.replaceChildren(...suggestions.map((each, number) => {
        const option = document.createElement("li");
        option.id = "continuation-" + number;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.text = each.text;
        const text = document.createElement("span");
        text.lang = "zh-Hans";
        text.textContent = each.text;
        const kind = document.createElement("span");
        kind.className = "kind";
        kind.textContent = box.dataset[each.kind] || "";
        const count = document.createElement("span");
        count.className = "count";
        count.textContent = each.sections.toLocaleString("en");
        option.append(text, kind, count);
        return option;
      }));
      chosen = -1;
      list.hidden = !suggestions.length;
      box.setAttribute("aria-expanded", String(suggestions.length > 0));
    };
    const ask = () => {
      if (asking) asking.abort();
      typed = box.value;
      if (!typed.trim()) return close();
      asking = new AbortController();
      // Within the filters that the search would keep: the number is what it finds.
      const asked = new URLSearchParams([["limit", "8"], ["q", typed]]);
      for (const [name, value] of new FormData(box.form)) if (FACETS.includes(name)) asked.append(name, value);
      fetch("/api/suggest?" + asked, { signal: asking.signal })
        .then((answer) => (answer.ok ? answer.json() : { suggestions: [] }))
        .then((answer) => { if (document.activeElement === box && box.value === typed) show(answer.suggestions); })
        .catch(() => {});
    };
    const later = () => { clearTimeout(waiting); waiting = setTimeout(ask, 120); };
    box.addEventListener("input", (event) => { if (!event.isComposing) later(); });
    box.addEventListener("compositionend", later);
    box.addEventListener("blur", close);
    box.form.addEventListener("submit", () => { clearTimeout(waiting); if (asking) asking.abort(); close(); });
    box.addEventListener("keydown", (event) => {
      if (event.isComposing || list.hidden) return;
      if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
      if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen < 0 ? list.children.length - 1 : chosen - 1); }
      if (event.key === "Escape") { event.preventDefault(); box.value = typed; close(); }
    });
    list.addEventListener("mousedown", (event) => {
      const option = event.target.closest("li");
      if (!option) return;
      event.preventDefault();
      box.value = option.dataset.text;
      box.form.requestSubmit();
    });
  }

  // What a sign or a name that is cut off says in full, for the mouse.
  document.addEventListener("mouseover", (event) => {
    const short = event.target.closest("a.permalink, .kwic .zone, .kwic .heading");
    if (short && !short.title) short.title = short.getAttribute("aria-label") || short.textContent;
  });

  // A section's link copies itself, and so does a paragraph's.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.permalink");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
    event.preventDefault();
    const sign = link.textContent;
    const target = link.closest(/[?&]p=/.test(link.search) ? "[id]" : ".text section");
    if (target) history.replaceState(null, "", "#" + target.id);
    navigator.clipboard.writeText(link.href).then(
      () => {
        link.textContent = "✓";
        setTimeout(() => { link.textContent = sign; }, 1200);
      },
      () => { location.href = link.href; }
    );
  });
})();
