"""The one script of the page of a comparison: filters, and the way from change to change. Without it all is shown, and nothing is lost."""

from __future__ import annotations

SCRIPT = """\
(() => {
  "use strict";
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const bar = document.querySelector(".bar"), where = document.getElementById("where"), nothing = document.getElementById("nothing");
  const changes = all(".change");
  let current = null;

  const shown = () => changes.filter(one => !one.classList.contains("away"));
  const unwanted = name => new Set(all(`input[name="${name}"]:not(:checked)`).map(one => one.value));
  const holdsNone = (one, what) => !all(what, one).some(inner => !inner.classList.contains("away"));

  function choose() {
    const weights = unwanted("weight"), languages = unwanted("language");
    for (const one of changes)
      one.classList.toggle("away", weights.has(one.dataset.weight) || languages.has(one.dataset.language));
    for (const one of all("article:not(.change)")) one.classList.toggle("away", holdsNone(one, ".change"));
    for (const one of all("main section")) one.classList.toggle("away", holdsNone(one, "article"));
    for (const one of all("nav li"))
      one.classList.toggle("away", document.getElementById(one.dataset.to).closest("article").classList.contains("away"));
    for (const one of all("nav details")) one.classList.toggle("away", holdsNone(one, "li"));
    nothing.classList.toggle("away", shown().length > 0);
    tell();
  }

  function tell() {
    const list = shown(), at = list.indexOf(current) + 1;
    where.textContent = (at ? where.dataset.at : where.dataset.all).replace("{at}", at).replace("{all}", list.length);
  }

  function go(step) {
    const list = shown(), at = list.indexOf(current);
    if (!list.length) return;
    let to = at + step;
    if (at < 0) {
      const above = one => current ? current.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING
        : one.getBoundingClientRect().top < bar.offsetHeight;
      const before = list.filter(above).length;
      to = step > 0 ? before : before - 1;
    }
    current = list[Math.min(Math.max(to, 0), list.length - 1)];
    current.focus({preventScroll: true});
    current.scrollIntoView();
    tell();
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace("Key", "").toLowerCase();
    const step = {j: 1, n: 1, k: -1, p: -1}[key];
    if (step) { event.preventDefault(); go(step); }
  });
  document.addEventListener("focusin", event => {
    const change = event.target.closest(".change");
    if (change) { current = change; tell(); }
  });
  for (const one of all("button[data-step]")) one.addEventListener("click", () => go(Number(one.dataset.step)));
  for (const one of all("fieldset input")) one.addEventListener("change", choose);
  document.documentElement.classList.add("lively");
  choose();
})();
"""
