// The page of a report: stepping from mark to mark, an outline that follows, a citation to copy. Everything works without it.
"use strict";

(function () {
  const sections = Array.from(document.querySelectorAll(".text section[id]"));
  const entries = new Map();
  document.querySelectorAll(".outline li > a:first-child").forEach((link) => entries.set(link.hash.slice(1), link.parentElement));

  // The section one reads: the last that has begun above the upper edge.
  const reached = () => {
    let last = sections[0];
    for (const section of sections) {
      if (section.getBoundingClientRect().top > 120) break;
      last = section;
    }
    return last;
  };

  // The reference of the report, made one of the section being read: its heading, its lasting address.
  const ofSection = (reference) => {
    const section = reached();
    const link = section && section.querySelector("a.permalink");
    const entry = section && entries.get(section.id);
    if (!link || !entry) return reference;
    const heading = entry.firstElementChild.textContent.trim();
    return reference.replace("[R/OL]", () => `：${heading}[R/OL]`).replace(/\S+\.$/, () => link.href + ".");
  };

  // What is to be quoted copies itself, too.
  document.querySelectorAll("button[data-copies]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const text = document.getElementById(button.dataset.copies).textContent.trim();
      navigator.clipboard.writeText("section" in button.dataset ? ofSection(text) : text).then(() => {
        const before = button.textContent;
        button.textContent = "✓";
        setTimeout(() => { button.textContent = before; }, 1200);
      }, () => {});
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
      if (!window.xunzhang.singleKeys()) return;
      if (event.key === "n") go(current() + 1);
      if (event.key === "p") go(current() - 1);
    });
  }

  // On a wide screen the outline is always open; browsers that cannot do this by style get it here.
  const outline = document.querySelector(".outline details");
  if (outline && !CSS.supports("selector(::details-content)") && window.matchMedia("(min-width: 75.01rem)").matches) outline.open = true;

  // The outline follows the reading.
  if (entries.size && sections.length) {
    let now = null;
    let waiting = false;
    const follow = () => {
      waiting = false;
      const entry = entries.get(reached().id);
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
