// What a page can do better with a script; everything works without it.
"use strict";

(function () {
  const box = document.getElementById("q");

  // "/" goes to the box, unless one is writing somewhere.
  document.addEventListener("keydown", (event) => {
    const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) || document.activeElement.isContentEditable;
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !box) return;
    event.preventDefault();
    box.focus();
    box.select();
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
        const count = document.createElement("span");
        count.className = "count";
        count.textContent = each.sections.toLocaleString("en");
        option.append(text, count);
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
      fetch("/api/suggest?limit=8&q=" + encodeURIComponent(typed), { signal: asking.signal })
        .then((answer) => (answer.ok ? answer.json() : { suggestions: [] }))
        .then((answer) => { if (document.activeElement === box && box.value === typed) show(answer.suggestions); })
        .catch(() => {});
    };
    const later = () => { clearTimeout(waiting); waiting = setTimeout(ask, 120); };
    box.addEventListener("input", (event) => { if (!event.isComposing) later(); });
    box.addEventListener("compositionend", later);
    box.addEventListener("blur", close);
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

  // A section's link copies itself, and so does a paragraph's.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.permalink");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
    event.preventDefault();
    const sign = link.textContent;
    const target = link.hash ? document.getElementById(link.hash.slice(1)) : link.closest("section");
    if (target) history.replaceState(null, "", "#" + target.id);
    navigator.clipboard.writeText(link.href).then(
      () => {
        link.textContent = "✓";
        setTimeout(() => { link.textContent = sign; }, 1200);
      },
      () => { location.href = link.href; }
    );
  });

  // What is to be quoted copies itself, too.
  document.querySelectorAll("button[data-copies]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent.trim()).then(() => {
        const before = button.textContent;
        button.textContent = "✓";
        setTimeout(() => { button.textContent = before; }, 1200);
      }, () => {});
    });
  });

  // Long lists can be searched.
  document.querySelectorAll("details[data-find]").forEach((list) => {
    const input = document.createElement("input");
    input.type = "search";
    input.className = "find";
    input.placeholder = list.dataset.find;
    input.setAttribute("aria-label", list.dataset.find);
    list.querySelector("summary").after(input);
    input.addEventListener("input", () => {
      list.querySelectorAll("li").forEach((row) => { row.hidden = !row.textContent.includes(input.value.trim()); });
    });
  });

  // Marks: step without loading the page again, from where one reads.
  const steps = document.querySelector(".steps");
  const marks = Array.from(document.querySelectorAll(".text mark[id]"));
  if (steps && marks.length) {
    const at = steps.querySelector("b");
    const above = 80; // px: what is under the head of the window has been passed
    const current = () => {
      const here = document.querySelector(".text mark.here");
      if (here && here.id) return marks.indexOf(here);
      let last = -1;
      marks.forEach((mark, number) => { if (mark.getBoundingClientRect().top < above) last = number; });
      return last;
    };
    const go = (number) => {
      if (number < 0 || number >= marks.length) return;
      document.querySelectorAll(".text mark.here").forEach((mark) => mark.classList.remove("here"));
      marks[number].classList.add("here");
      marks[number].scrollIntoView({ block: "center" });
      at.textContent = String(number + 1);
      const address = new URL(location.href);
      address.searchParams.set("n", String(number + 1));
      address.hash = marks[number].id;
      history.replaceState(null, "", address);
    };
    steps.addEventListener("click", (event) => {
      const link = event.target.closest("[data-step]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(current() + Number(link.dataset.step));
    });
    document.addEventListener("keydown", (event) => {
      if (/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "n") go(current() + 1);
      if (event.key === "p") go(current() - 1);
    });
  }

  // On a wide screen the outline is always open; browsers that cannot do this by style get it here.
  const outline = document.querySelector(".outline details");
  if (outline && !CSS.supports("selector(::details-content)") && window.matchMedia("(min-width: 75.01rem)").matches) outline.open = true;

  // The outline follows the reading.
  const entries = new Map();
  document.querySelectorAll(".outline li > a:first-child").forEach((link) => entries.set(link.hash.slice(1), link.parentElement));
  const sections = Array.from(document.querySelectorAll(".text section[id]"));
  if (entries.size && sections.length) {
    let now = null;
    let waiting = false;
    const follow = () => {
      waiting = false;
      let reached = sections[0];
      for (const section of sections) {
        if (section.getBoundingClientRect().top > 120) break;
        reached = section;
      }
      const entry = entries.get(reached.id);
      if (!entry || entry === now) return;
      if (now) { now.classList.remove("now"); now.firstElementChild.removeAttribute("aria-current"); }
      now = entry;
      now.classList.add("now");
      now.firstElementChild.setAttribute("aria-current", "location");
      const pane = now.closest(".outline");
      if (getComputedStyle(pane).position === "sticky") {
        const top = now.offsetTop - pane.offsetTop;
        if (top < pane.scrollTop || top > pane.scrollTop + pane.clientHeight - 64) pane.scrollTop = top - pane.clientHeight / 3;
      }
    };
    document.addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } }, { passive: true });
    follow();
  }
})();
