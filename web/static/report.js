// The page of a report: stepping from mark to mark, an outline that follows, a citation to copy. Everything works without it.
"use strict";

(function () {
  const sections = Array.from(document.querySelectorAll(".text section[id]"));
  const entries = new Map();
  document.querySelectorAll(".outline li > a:first-child").forEach((link) => entries.set(link.hash.slice(1), link.parentElement));

  // What stands between the line at the upper edge and the steps at the lower one can be read.
  const line = document.querySelector(".standing");
  const steps = document.querySelector(".steps");
  const edge = () => (line ? line.getBoundingClientRect().bottom : 0);
  const seen = (mark) => {
    const box = mark.getBoundingClientRect();
    return box.top >= edge() && box.bottom <= (steps ? steps.getBoundingClientRect().top : window.innerHeight);
  };

  // The last section that has begun above the upper edge.
  const begun = () => {
    let last = sections[0];
    for (const section of sections) {
      if (section.getBoundingClientRect().top > 120) break;
      last = section;
    }
    return last;
  };

  // The section one reads: that of the mark one stands at or, where nothing can be
  // scrolled any more, the one asked for; else the last that has begun above the upper edge.
  const reached = () => {
    const here = document.querySelector(".text mark.here[id]");
    if (here && seen(here)) return here.closest("section");
    const target = document.querySelector(".text section:target");
    const ended = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
    if (target && ended && target.getBoundingClientRect().top >= edge()) return target;
    return begun();
  };

  // The reference of the report, made one of the section being read: its heading, its lasting address.
  const ofSection = (reference, section = reached(), paragraph = section) => {
    const link = section && (paragraph.querySelector("a.permalink") || section.querySelector("a.permalink"));
    const entry = section && entries.get(section.id);
    if (!link || !entry) return reference;
    const heading = entry.firstElementChild.textContent.trim();
    return reference.replace("[R/OL]", () => `：${heading}[R/OL]`).replace(/\S+\.$/, () => link.href + ".");
  };

  // What is to be quoted copies itself, too; an address that names no site gets the name of this one.
  const whole = (text) => text.replace(/(\s)(\/r\/\w+)/, `$1${location.origin}$2`);
  document.querySelectorAll("button[data-copies]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const text = whole(document.getElementById(button.dataset.copies).textContent.trim());
      navigator.clipboard.writeText("section" in button.dataset ? ofSection(text) : text).then(() => {
        const before = button.textContent;
        button.textContent = "✓";
        setTimeout(() => { button.textContent = before; }, 1200);
      }, () => {});
    });
  });

  // What is selected in the text is copied with its source: section, lasting address, day.
  const quote = document.getElementById("quote");
  const selected = () => {
    const selection = document.getSelection();
    const range = selection && !selection.isCollapsed && selection.rangeCount ? selection.getRangeAt(0) : null;
    const from = range && (range.startContainer.nodeType === Node.ELEMENT_NODE ? range.startContainer : range.startContainer.parentElement);
    const section = from && from.closest(".text section[id]");
    if (!section) return null;
    const box = document.createElement("div");
    box.append(range.cloneContents());
    box.querySelectorAll("a.permalink, .note, summary").forEach((each) => each.remove());
    box.querySelectorAll("p, h2, h3, h4, h5, h6, tr").forEach((each) => each.append("\n"));
    const text = box.textContent.replace(/\s*\n\s*/g, "\n").trim();
    return text && { text, section, paragraph: from.closest("p[id], .lead[id]") || section };
  };
  if (quote && navigator.clipboard) {
    const before = quote.textContent;
    let waiting = 0;
    document.addEventListener("selectionchange", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { if (document.activeElement !== quote) quote.hidden = !selected(); }, 200);
    });
    quote.addEventListener("mousedown", (event) => event.preventDefault()); // or the selection would go
    quote.addEventListener("click", () => {
      const found = selected();
      if (!found) return;
      const source = ofSection(whole(document.getElementById("citation").textContent.trim()), found.section, found.paragraph);
      navigator.clipboard.writeText(`“${found.text}”\n——${source}`).then(() => {
        quote.textContent = "✓";
        setTimeout(() => { quote.textContent = before; quote.hidden = !selected(); }, 1200);
      }, () => {});
    });
  }

  // Back leads to the list one came from with all its filters, from the next page, too.
  const back = line && line.querySelector(".back");
  const LIST = "list";
  const asked = (address) => new URL(address, location.href).searchParams.get("q") || "";
  try {
    const list = sessionStorage.getItem(LIST);
    if ("came" in back.dataset) sessionStorage.setItem(LIST, back.getAttribute("href"));
    else if (list && asked(list) && asked(list) === asked(location.href)) back.setAttribute("href", list);
  } catch { /* nothing is kept here */ }

  // Marks: one arrives at the first of the place one comes to, and steps from where one reads without loading the page again.
  const marks = Array.from(document.querySelectorAll(".text mark[id]"));
  if (steps && marks.length) {
    const at = steps.querySelector("b");
    const lit = () => marks.indexOf(document.querySelector(".text mark.here[id]"));
    const passed = () => {
      const first = marks.findIndex((mark) => mark.getBoundingClientRect().bottom > edge());
      return (first < 0 ? marks.length : first) - 1;
    };
    const address = (number) => {
      const found = new URL(location.href);
      found.searchParams.delete("at");
      found.searchParams.set("n", String(number + 1));
      found.hash = marks[number].id;
      return found.href;
    };
    const light = (number) => {
      document.querySelectorAll(".text mark.here").forEach((mark) => mark.classList.remove("here"));
      if (marks[number]) marks[number].classList.add("here");
      at.textContent = marks[number] ? String(number + 1) : "–";
      steps.querySelectorAll("[data-step]").forEach((link) => {
        const other = number + Number(link.dataset.step);
        if (!marks[number] || marks[other]) link.setAttribute("href", address(marks[other] ? other : 0));
        else link.removeAttribute("href");
      });
    };
    const go = (step) => {
      const here = lit();
      const from = here >= 0 && seen(marks[here]) ? here : passed();
      const number = from + (step < 0 && from !== here ? 0 : step);
      if (!marks[number]) return;
      light(number);
      marks[number].scrollIntoView({ block: "center" });
      document.dispatchEvent(new Event("scroll")); // it may stand in sight already, in another section
      history.replaceState(history.state, "", address(number));
    };
    const arrive = () => {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && target.closest(".text")) light(marks.findIndex((mark) => target.contains(mark)));
    };
    if (lit() < 0) arrive();
    window.addEventListener("hashchange", arrive);
    const { hash } = location;
    window.addEventListener("load", () => requestAnimationFrame(() => {
      const [came] = performance.getEntriesByType("navigation");
      const here = marks[lit()];
      const still = location.hash === hash; // nobody has gone on meanwhile
      if (here && still && came && came.type === "navigate" && !seen(here)) here.scrollIntoView({ block: "center" });
    }));
    steps.addEventListener("click", (event) => {
      const link = event.target.closest("[data-step][href]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(Number(link.dataset.step));
    });
    document.addEventListener("keydown", (event) => {
      if (/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!window.xunzhang.singleKeys()) return;
      if (event.key === "n") go(1);
      if (event.key === "p") go(-1);
    });
  }

  // Who asks for the outline on a narrow screen wants to see it.
  const unfold = () => { if (location.hash === "#outline") document.querySelector(".outline details").open = true; };
  window.addEventListener("hashchange", unfold);
  unfold();

  // On a wide screen the outline is always open; browsers that cannot do this by style get it here.
  const outline = document.querySelector(".outline details");
  if (outline && !CSS.supports("selector(::details-content)") && window.matchMedia("(min-width: 75.01rem)").matches) outline.open = true;

  // The outline follows the reading; so do the line at the edge and the links to other years.
  const inside = line && line.querySelector(".in");
  const years = document.querySelectorAll(".row-of-years a");
  const whose = line && line.querySelector(".whose");
  const tell = (section, label) => {
    const lasting = section.querySelector("a.permalink");
    if (lasting && whose) {
      const [from, year] = [".zone", ".year"].map((part) => ((whose.querySelector(part) || {}).textContent || "").trim());
      const detail = { address: lasting.getAttribute("href"), from, year, heading: label };
      document.dispatchEvent(new CustomEvent("xunzhang:section", { detail }));
    }
    if (inside) {
      inside.textContent = label;
      inside.setAttribute("href", "#" + section.id);
    }
    years.forEach((link) => {
      const url = new URL(link.href);
      url.searchParams.set("beside", location.pathname.split("/")[2] + "/" + section.id.slice(1));
      link.setAttribute("href", url.pathname + url.search);
    });
  };
  if (entries.size && sections.length) {
    let now = null;
    let waiting = false;
    const follow = () => {
      waiting = false;
      const section = reached();
      const entry = entries.get(section.id);
      if (!entry || entry === now) return;
      tell(section, entry.firstElementChild.textContent.trim());
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
    // j and k go from section to section.
    document.addEventListener("keydown", (event) => {
      if (!/^[jk]$/.test(event.key) || !window.xunzhang.alone(event)) return;
      const next = sections[sections.indexOf(begun()) + (event.key === "j" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.scrollIntoView();
    });
    document.addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } }, { passive: true });
    follow();
  }
})();
