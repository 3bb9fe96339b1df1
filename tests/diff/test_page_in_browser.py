"""The page of a comparison in Chromium, at the width of a desk and of a phone: nothing sticks out, filters and keys work."""

from __future__ import annotations

import json
import shutil
import subprocess
from html import escape
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from two_editions import changed_yaml, compared, with_clause

from briefkit.diff import write_page

DESK, PHONE = 1280, 360
LONG = "https://example.org/" + "a-very-long-address/" * 20
OLD = with_clause(f"The State must act [@covenant, art 22(1)]. See {LONG}.", ru="Так должно быть.")
MORE = with_clause(f"The State may act [@covenant, art 22(2)]. See {LONG}now.\n\nA new paragraph.", ru="Так и должно быть.")
NEW = changed_yaml(changed_yaml(MORE, "version: 1", "version: 2"), "{en: On a}", "{en: Of a}")
NEW |= {"clauses/facts.yaml": OLD["clauses/facts.yaml"] + "org.other: {type: text}\n"}

# What a person would do, in each of the two frames; what they then see is noted.
ACTIONS = """
function use(frame) {
  const inside = frame.contentDocument, seen = {}, view = frame.contentWindow;
  const all = what => [...inside.querySelectorAll(what)], changes = all(".change");
  const visible = one => one.getClientRects().length > 0;
  const at = () => changes.indexOf(inside.activeElement);
  const press = (key, code, more) => inside.body.dispatchEvent(new view.KeyboardEvent("keydown", {key, code, bubbles: true, ...more}));
  const says = () => inside.getElementById("where").textContent;
  const shown = () => changes.filter(visible).map(one => one.dataset.weight + one.dataset.language);
  seen.width = view.innerWidth;
  seen.overflow = inside.documentElement.scrollWidth - inside.documentElement.clientWidth;
  seen.columns = view.getComputedStyle(all(".sides")[0]).gridTemplateColumns.split(" ").length;
  seen.all = [shown().length, says()];
  press("n", "KeyN"); seen.first = [at(), says(), view.getComputedStyle(inside.activeElement).outlineStyle];
  press("j", "KeyJ"); press("т", "KeyN"); seen.third = at();
  press("k", "KeyK"); press("p", "KeyP", {ctrlKey: true}); seen.second = at();
  all("button")[1].click(); all("button")[1].click(); all("button")[0].click(); seen.clicked = at();
  for (let more = 0; more < 50; more++) press("n", "KeyN");
  const bar = all(".bar")[0].getBoundingClientRect(), last = inside.activeElement.getBoundingClientRect();
  seen.last = [at() === changes.length - 1, last.top >= bar.bottom - 1 && last.top < view.innerHeight, bar.top === 0];
  const box = value => all(`input[value="${value}"]`)[0];
  box("substance").click(); seen.lighter = shown();
  box("ru").click(); seen.neither = shown();
  seen.kinds = [all("h2").filter(visible).map(one => one.textContent), all("nav a").filter(visible).length];
  press("p", "KeyP"); seen.filtered = [changes[at()].dataset.weight, says()];
  for (const one of all("input:checked")) one.click();
  seen.none = [shown().length, visible(inside.getElementById("nothing")), all("section").filter(visible).map(one => one.id)];
  for (const rule of [...inside.styleSheets[0].cssRules]) if (rule.media?.mediaText === "print") rule.media.mediaText = "all";
  seen.printed = [shown().length === changes.length, visible(all(".bar")[0]), visible(all("form")[0])];
  return seen;
}
addEventListener("load", () => {
  let report;
  try { report = [...document.querySelectorAll("iframe")].map(use); } catch (problem) { report = String(problem); }
  document.getElementById("report").textContent = JSON.stringify(report);
});
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What was seen at each width, the page used in both."""
    browser = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if browser is None:
        pytest.skip("no Chromium to open the page in")
    folder = tmp_path_factory.mktemp("browser")
    page = escape(write_page(compared(OLD, NEW), above=['<section id="beside">What else is told</section>']))
    frames = (f'<iframe srcdoc="{page}" style="border:0;width:{width}px;height:800px"></iframe>' for width in (DESK, PHONE))
    (folder / "both.html").write_text(
        f'<!DOCTYPE html><pre id="report"></pre>{"".join(frames)}<script>{ACTIONS}</script>', encoding="utf-8"
    )
    return _report(browser, folder)


def _report(browser: str, folder: Path) -> Any:
    still = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        f"--user-data-dir={folder / 'own'}",
    )
    command = [browser, *still, "--window-size=1400,900", "--virtual-time-budget=5000", "--dump-dom", (folder / "both.html").as_uri()]
    ran = subprocess.run(command, capture_output=True, timeout=120, check=True)
    report = json.loads(html.document_fromstring(ran.stdout.decode("utf-8")).xpath("string(//*[@id='report'])"))
    assert isinstance(report, list), report
    return dict(zip((DESK, PHONE), report, strict=True))


@pytest.mark.parametrize(("width", "columns"), [(DESK, 2), (PHONE, 1)])
class TestPage:
    def test_it_fits_and_the_texts_stand_as_wide_as_there_is_room(self, seen: Any, width: int, columns: int) -> None:
        assert (seen[width]["width"], seen[width]["overflow"], seen[width]["columns"]) == (width, 0, columns)

    def test_keys_and_buttons_walk_from_change_to_change(self, seen: Any, width: int, columns: int) -> None:
        found = seen[width]
        count = found["all"][0]
        assert found["all"][1] == f"changes shown: {count}"
        assert found["first"] == [0, f"1 of {count}", "solid"]
        assert (found["third"], found["second"], found["clicked"]) == (2, 1, 2)
        assert found["last"] == [True, True, True]

    def test_filters_leave_what_was_chosen(self, seen: Any, width: int, columns: int) -> None:
        found = seen[width]
        assert set(found["lighter"]) == {"form", "wordingen", "wordingru"}
        assert set(found["neither"]) == {"form", "wordingen"}
        assert found["kinds"] == [["Clauses"], 1]
        assert found["filtered"] == ["form", f"{len(found['neither'])} of {len(found['neither'])}"]
        assert found["none"] == [0, True, ["beside"]]

    def test_in_print_all_of_it_stands_without_the_buttons(self, seen: Any, width: int, columns: int) -> None:
        assert seen[width]["printed"] == [True, False, False]
