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

  // A section's link copies itself.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.permalink");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
    event.preventDefault();
    const target = link.closest("section");
    if (target) history.replaceState(null, "", "#" + target.id);
    navigator.clipboard.writeText(link.href).then(
      () => {
        link.textContent = "✓";
        setTimeout(() => { link.textContent = "§"; }, 1200);
      },
      () => { location.href = link.href; }
    );
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
        if (section.getBoundingClientRect().top > Math.max(120, window.innerHeight * 0.3)) break;
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
