#!/usr/bin/env python3
"""Looks at a running page in headless Chromium: python3 Tests/browser/test_page.py http://127.0.0.1:8080

Needs `apt-get install chromium` and `pip install playwright axe-playwright-python`. The server should serve the
record of Examples/ (make demo).
"""
import sys

from playwright.sync_api import sync_playwright

BASE = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
VIEWS = ["", "?theme=dark", "?view=claims", "?view=figures", "?view=relations", "?view=captions", "?view=reports",
         "?view=review", "?lang=ar", "?canvas=1"]
problems = []


def check(what, good):
    print(("ok   " if good else "FAIL ") + what, flush=True)
    if not good:
        problems.append(what)


def watch(page, name):
    page.on("console", lambda m: problems.append(f"{name}: console {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda e: problems.append(f"{name}: {e}"))
    page.on("request", lambda r: problems.append(f"{name}: request to {r.url}")
            if not r.url.startswith((BASE, "blob:", "data:")) else None)


with sync_playwright() as play:
    browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=[
        "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader"])
    for view in VIEWS:
        for width in (1440, 390):
            page = browser.new_page(viewport={"width": width, "height": 850})
            watch(page, f"{view or 'map'} at {width}")
            page.goto(f"{BASE}/{view}")
            page.wait_for_timeout(1200)
            check(f"{view or 'map'} at {width}: the page is there", page.title() == "Dateline")
            wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
            check(f"{view or 'map'} at {width}: fits the width", not wide)
            page.close()

    page = browser.new_page(viewport={"width": 1440, "height": 900})
    watch(page, "story")
    page.goto(BASE)
    page.wait_for_selector("#legend .key li")
    page.locator("#legend details").nth(1).locator("summary").click()
    place = page.locator("#legend .places button").first
    name = place.locator("span").inner_text()
    place.click()
    page.wait_for_selector("#panel .verdict")
    check("the panel is of the place chosen", page.locator("#panel h2").inner_text() == name)
    check("the address holds the place", "place=" in page.url)
    claim = page.locator("#panel .claim").first
    sentence = claim.locator("blockquote").inner_text()
    claim.get_by_role("button").first.click()
    page.wait_for_selector("#panel mark.chosen")
    marked = "".join(page.locator("#panel mark.chosen").all_inner_texts())
    check("the report opens at the sentence", marked.strip()[:20] == sentence.strip()[:20])
    page.go_back()
    page.wait_for_selector("#panel .verdict")
    check("back leads to the place", page.locator("#panel h2").inner_text() == name)
    before = page.locator("#on").input_value()
    page.locator("#on").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(400)
    check("the slider moves by keys, and the address follows", page.locator("#on").input_value() != before and "on=" in page.url)
    page.locator("#known").fill(page.locator("#known").get_attribute("min"))
    page.wait_for_timeout(900)
    check("the second slider is in the address", "known=" in page.url)
    page.close()

    page = browser.new_page()
    watch(page, "review")
    page.goto(f"{BASE}/?view=review")
    page.wait_for_selector(".reviewcard, .empty")
    if page.locator(".reviewcard").count() and not page.locator(".flag").count():
        for _ in range(3):
            page.keyboard.press("a")
            page.wait_for_timeout(250)
        page.keyboard.press("u")
        page.wait_for_timeout(250)
        check("a decision by key is undone by key", "3" in page.locator("#page .sub").first.inner_text())
    page.close()

    try:
        from axe_playwright_python.sync_playwright import Axe
        for view in ["", "?theme=dark", "?view=claims", "?view=review"]:
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"{BASE}/{view}")
            page.wait_for_timeout(1500)
            found = Axe().run(page).response["violations"]
            for violation in found:
                print(f"axe {view or 'map'}: {violation['id']} ({len(violation['nodes'])}): {violation['nodes'][0]['html'][:120]}")
            check(f"axe on {view or 'map'}", not [v for v in found if v["impact"] in ("serious", "critical")])
            page.close()
    except ImportError:
        print("axe-playwright-python is not installed: accessibility not checked")
    browser.close()

for problem in problems:
    print("PROBLEM", problem)
sys.exit(1 if problems else 0)
