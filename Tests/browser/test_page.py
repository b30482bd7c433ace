#!/usr/bin/env python3
"""Uses the page as an analyst does, in headless Chromium, over the record of Examples/.

Scripts/test-page starts the servers and calls:
    test_page.py SINGLE ACCOUNTS_WITH_INVITATION PUBLIC WITH_TILES ADDRESS_OF_TILES
"""
import base64
import http.server
import os
import re
import sys
import threading
import time

from playwright.sync_api import Error, expect, sync_playwright

SINGLE, ACCOUNTS, PUBLIC, TILED, TILES = sys.argv[1:6]
CHROMIUM = os.environ.get("BROWSER_PATH", "/usr/bin/chromium")
KEEP = os.environ.get("KEEP")
PLACE = "Deir ez-Zor"
problems = []
expect.set_options(timeout=15000)


def check(what, good):
    print(("ok   " if good else "FAIL ") + what, flush=True)
    if not good:
        problems.append(what)


def watch(page, name, allowed=(), hosts=()):
    """No error on the console, no request to another host."""
    host = "/".join(page.url_base.split("/")[:3])

    def console(message):
        if message.type == "error" and not any(word in message.text for word in allowed):
            problems.append(f"{name}: console: {message.text}")

    page.on("console", console)
    page.on("pageerror", lambda error: problems.append(f"{name}: {error}"))
    page.on("request", lambda request: None if request.url.startswith((host, "blob:", "data:", *hosts))
            else problems.append(f"{name}: request to {request.url}"))


def open_page(browser, base, path="", width=1440, height=900, name="", allowed=(), ready=True):
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(20000)
    page.url_base = base
    watch(page, name or path or "map", allowed)
    page.goto(f"{base}/{path}")
    if ready:
        page.wait_for_selector("body[data-ready]")
    return page


def until(page, holds, seconds=15):
    """Whether it comes to hold: a page on a busy machine may take its time, and no fixed wait is long enough for all."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        page.wait_for_timeout(50)
    return holds()


def complete(page):
    """All of the picture has come: nothing moves under the pointer any more."""
    page.wait_for_selector("body[data-complete]")


def settled(page, locator):
    """The box of an element that has come to rest."""
    last = None
    for _ in range(100):
        box = locator.bounding_box()
        if box and box == last:
            return box
        last = box
        page.wait_for_timeout(150)
    return last


def keep(page, name):
    if KEEP:
        page.wait_for_timeout(700)
        page.screenshot(path=f"{KEEP}/{name}.png")


def choose_place(page, name):
    page.evaluate("document.querySelector('#legend .list').open = true")
    page.locator("#legend .places button", has=page.locator(f"span:text-is('{name}')")).first.click()
    page.wait_for_selector("#panel .verdict")


def state_of(page):
    return page.locator("#panel .verdict .state").inner_text()


def set_day(page, selector, day):
    number = page.evaluate("day => Math.round(Date.parse(day) / 86400000)", day)
    page.locator(selector).evaluate(
        "(node, day) => { node.value = day; node.dispatchEvent(new Event('input', { bubbles: true })); }", str(number))
    until(page, lambda: f"{selector[1:]}={day}" in page.url)
    page.wait_for_selector("#stage:not([aria-busy])")
    page.wait_for_timeout(900)


def views(browser):
    for theme in ("light", "dark"):
        for width in (1440, 390):
            # On a phone the map's legend is folded: its headings are all the text there is.
            for view in ("", "claims", "figures", "relations", "captions", "reports", "review"):
                name = f"{view or 'map'} {theme} at {width}"
                page = open_page(browser, SINGLE, f"?theme={theme}" + (f"&view={view}" if view else ""), width, name=name)
                page.wait_for_timeout(300)
                wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
                check(f"{name}: fits the width", not wide)
                check(f"{name}: has content", len(page.locator("main").inner_text()) > (40 if view else 15))
                keep(page, f"{view or 'map'}-{theme}-{width}")
                page.close()


def story(browser):
    page = open_page(browser, SINGLE, name="story")
    opened = page.locator("#on").evaluate("node => new Date(Number(node.value) * 86400000).toISOString().slice(0, 10)")
    told = page.evaluate("fetch('api/settings').then((a) => a.json()).then((a) => a.lastTold)")
    check("opens on the last day told", opened == told)
    choose_place(page, PLACE)
    check("the panel is of the place chosen", page.locator("#panel h2").inner_text() == PLACE)
    states = []
    for day in ("2017-08-20", "2017-09-20", "2017-11-05"):
        set_day(page, "#on", day)
        states.append(state_of(page))
    check(f"{PLACE} is divided before it is captured: {states}",
          any("Divided" in one for one in states[:2]) and states[2].startswith("Held by"))
    check("the address holds day and place", "on=2017-11-05" in page.url and "place=" in page.url)
    keep(page, "place")
    claim = page.locator("#panel .claim").first
    sentence = claim.locator("blockquote").inner_text()
    claim.get_by_role("button", name="Open in the report").click()
    page.wait_for_selector("#panel mark.chosen")
    marked = "".join(page.locator("#panel mark.chosen").all_inner_texts())
    check("the report opens at the sentence", marked.split()[:4] == sentence.split()[:4])
    keep(page, "report")
    page.go_back()
    page.wait_for_selector("#panel .verdict")
    check("back leads to the place", page.locator("#panel h2").inner_text() == PLACE)
    set_day(page, "#known", "2017-10-20")
    until(page, lambda: state_of(page) != states[2])
    earlier = state_of(page)
    check(f"as known earlier the picture is another: {earlier}", earlier != states[2])
    check("the second day is in the address", "known=2017-10-20" in page.url)
    linked = open_page(browser, SINGLE, page.url.split("/")[-1], name="link")
    linked.wait_for_selector("#panel .verdict")
    check("the link opens the same picture", until(linked, lambda: state_of(linked) == earlier))
    linked.close()
    page.locator("#on").focus()
    before = page.locator("#on").input_value()
    page.keyboard.press("ArrowLeft")
    check("the slider moves by keys", until(page, lambda: page.locator("#on").input_value() != before))
    page.close()


def brush(browser):
    page = open_page(browser, SINGLE, name="brush")
    complete(page)
    box = settled(page, page.locator(".histogram"))
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 30, steps=6)
    page.mouse.up()
    check("a drag over the histogram chooses days",
          until(page, lambda: "from=2017" in page.url and "to=2017" in page.url))
    page.locator(".brush").click()
    check("and gives them back", until(page, lambda: "from=" not in page.url))
    before = page.locator("#on").input_value()
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("before => document.querySelector('#on').value !== before", arg=before)
    page.get_by_role("button", name="Pause").click()
    check("the days play", True)
    page.emulate_media(media="print")
    printed = page.evaluate("""() => ['nav', '.tools', '.maplibregl-ctrl'].every((one) => {
        const node = document.querySelector(one); return !node || getComputedStyle(node).display === 'none'; })""")
    check("print leaves out what is for clicking", printed)
    page.close()


def search(browser):
    page = open_page(browser, SINGLE, "?view=claims", name="search")
    total = page.locator(".result .sub").first.inner_text()
    page.locator("#q").fill("convoy")
    page.keyboard.press("Enter")
    listed = """before => document.querySelector('.result tbody tr')
        && document.querySelector('.result .sub').textContent !== before"""
    page.wait_for_function(listed, arg=total)
    found = page.locator(".result tbody tr").count()
    check("search narrows the list", found > 0 and "q=convoy" in page.url)
    page.locator(".facet").first.click()
    page.wait_for_selector(".facet.on")
    page.wait_for_selector(".result tbody tr")
    check("a facet narrows it further", 0 < page.locator(".result tbody tr").count() <= found)
    page.locator(".facet.on").click()
    page.locator("#f-where").fill("deir")
    page.wait_for_selector(".options li")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    check("a place is completed by keys", until(page, lambda: "where=" in page.url))
    page.locator(".sort").first.click()
    check("a column sorts", page.locator("th[aria-sort=ascending]").count() == 1)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").first.click()
    check("the table downloads", download.value.suggested_filename == "claims.csv")
    page.close()


def review(browser):
    page = open_page(browser, SINGLE, "?view=review", name="review")
    page.wait_for_selector(".reviewcard")
    count = int(re.search(r"of (\d+)", page.locator("#position").inner_text()).group(1))
    for key in "aaraararaa":
        before = page.locator("#position").inner_text()
        page.keyboard.press(key)
        page.wait_for_function("before => document.querySelector('#position').textContent !== before", arg=before)
    check("ten claims are decided by keys", page.locator("#position").inner_text().startswith("11 of"))
    for position in ("10 of", "9 of"):
        page.keyboard.press("u")
        expect(page.locator("#position")).to_contain_text(position)
    page.reload()
    page.wait_for_selector("#position")
    left = int(re.search(r"of (\d+)", page.locator("#position").inner_text()).group(1))
    check(f"eight decisions are kept, two were undone ({count} then {left})", left in (count - 8, 300))
    page.keyboard.press("e")
    page.wait_for_selector("#dialog form.edit")
    check("every field can be mended", page.locator("#edit-type option").count() > 3
          and page.locator("#dialog .grid label").count() >= 8)
    if page.locator("#edit-place").count():
        page.locator("#edit-place").fill("deir")
        page.wait_for_selector("#edit-place-options li")
        check("places are completed", True)
    page.locator("#edit-note").fill("looked at")
    keep(page, "edit")
    page.keyboard.press("Escape")
    page.wait_for_selector("#dialog:not([open])", state="attached")  # the browser closes it after the key
    page.keyboard.press("?")
    page.wait_for_selector("#dialog[open] .keys")
    page.keyboard.press("Escape")
    page.close()


def captions(browser):
    page = open_page(browser, SINGLE, "?view=captions", name="captions")
    page.wait_for_selector(".card")
    for order in ("Place", "Credit", "Day"):
        page.get_by_role("button", name=order, exact=True).click()
        check(f"captions are ordered by {order.lower()}",
              page.locator(f"[data-order={order.lower()}]").get_attribute("aria-pressed") == "true"
              and page.locator(".card").count() > 0 and page.locator("section h3").count() > 0)
    page.close()


def history(browser):
    page = open_page(browser, SINGLE, name="history")
    complete(page)
    choose_place(page, PLACE)
    band = page.locator("#panel .band")
    check("the history is told to those who cannot see it", "Islamic State" in band.get_attribute("aria-label"))
    box = settled(page, band)
    page.mouse.click(box["x"] + box["width"] * 0.2, box["y"] + 20)
    check("a click on the band goes to that day", until(page, lambda: "on=2017-" in page.url))
    page.close()


def arabic(browser):
    page = open_page(browser, SINGLE, "?lang=ar", name="Arabic")
    check("Arabic runs from right to left", page.evaluate("document.documentElement.dir") == "rtl")
    check("and is Arabic", "الخريطة" in page.locator("nav").inner_text())
    english = page.evaluate("""async () => {
        const table = await (await fetch('texts.json')).json();
        return Object.keys(table.en).filter((key) =>
            table.ar[key] === table.en[key] && /[a-z]/i.test(table.en[key].replace(/[{]\\w+[}]/g, ''))); }""")
    check(f"no text of it was left in English: {english}", not english)
    keep(page, "map-arabic")
    page.close()


class Tile(http.server.BaseHTTPRequestHandler):
    """A tile server: the same grey picture everywhere."""
    picture = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGPYAAAAsgCxVQroKgAAAABJRU5ErkJggg==")
    asked = []

    def do_GET(self):
        Tile.asked.append(self.path)
        self.send_response(200)
        self.send_header("content-type", "image/png")
        self.send_header("access-control-allow-origin", "*")
        self.end_headers()
        self.wfile.write(self.picture)

    def log_message(self, *_):
        pass


def tiles(browser):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", int(TILES.split(":")[-1])), Tile)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.url_base = TILED
    watch(page, "tiles", hosts=(TILES,))
    page.goto(TILED)
    page.wait_for_selector("body[data-ready]")
    expect(page.locator(".tilecredit")).to_have_text("A tile server")
    for _ in range(50):
        if Tile.asked:
            break
        page.wait_for_timeout(200)
    check("the ground comes from the tile server named in the settings", len(Tile.asked) > 0)
    page.close()
    server.shutdown()


def canvas(browser):
    page = open_page(browser, SINGLE, "?canvas=1", name="canvas")
    check("without WebGL a canvas draws the map", page.locator("canvas.plain").count() == 1)
    page.close()


def accounts(browser):
    base = "/".join(ACCOUNTS.split("/")[:3])
    denied = ("401", "403")
    context = browser.new_context()
    page = context.new_page()
    page.url_base = base
    watch(page, "accounts", denied)
    page.goto(ACCOUNTS)
    page.locator("#name").fill("adam")
    page.locator("#password").fill("a long enough phrase")
    keep(page, "door")
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-ready]")
    check("the printed link makes an administrator", page.locator("#account").inner_text() == "adam")
    page.locator("#account").click()
    page.locator("#invite-role").select_option("viewer")
    page.get_by_role("button", name="Invite").click()
    link = re.search(r"http\S+", page.locator(".secret", has_text="invitation=").inner_text()).group(0)
    keep(page, "account")
    other = browser.new_context().new_page()
    other.url_base = base
    watch(other, "viewer", denied)
    other.goto(base)
    other.wait_for_selector("form.door")
    check("without an account there is a door", other.locator("nav a").count() == 0)
    other.goto(link)
    other.locator("#name").fill("vera")
    other.locator("#password").fill("another long phrase")
    other.keyboard.press("Enter")
    other.wait_for_selector("body[data-ready]")
    other.goto(f"{base}/?view=review")
    other.wait_for_selector("#verdicts")
    check("a viewer may not decide", other.locator("#verdicts button:enabled").count() == 0)
    other.goto(f"{base}/?view=account")
    other.get_by_role("button", name="Log out").click()
    other.wait_for_selector("form.door")
    other.locator("#name").fill("vera")
    other.locator("#password").fill("not the password")
    other.keyboard.press("Enter")
    expect(other.locator(".door .flag")).to_contain_text("wrong")
    check("a wrong password is refused", True)
    context.close()
    other.context.close()


def public(browser):
    page = open_page(browser, PUBLIC, name="public", allowed=("403",))
    check("the public page has no review", "Review" not in page.locator("nav").inner_text())
    report = page.evaluate("fetch('api/reports?limit=1').then((a) => a.json()).then((a) => a.reports[0].id)")
    text = page.evaluate("id => fetch('api/reports/' + id.split('/').map(encodeURIComponent).join('/')).then((a) => a.json())", report)
    check("it tells sentences, never a text", "text" not in text and len(text["claims"]) > 0)
    refused = page.evaluate("fetch('api/decisions').then((a) => a.status)")
    check("it shows no decisions", refused == 403)
    page.close()


def accessibility(browser):
    from axe_playwright_python.sync_playwright import Axe
    for view in ("", "?theme=dark", "?view=claims", "?view=figures", "?view=relations", "?view=captions", "?view=reports",
                 "?view=review", "?view=review&theme=dark", "?lang=ar"):
        page = open_page(browser, SINGLE, view, name=f"axe {view}")
        page.wait_for_timeout(400)
        found = Axe().run(page).response["violations"]
        for violation in found:
            print(f"axe {view or 'map'}: {violation['id']} ({len(violation['nodes'])}): {violation['nodes'][0]['html'][:140]}")
        check(f"axe finds nothing on {view or 'map'}", not found)
        page.close()


def live(browser):
    """Two people at once: the decision of one is heard of by the other."""
    one = open_page(browser, SINGLE, "?view=review", name="live")
    one.wait_for_selector(".reviewcard")
    one.wait_for_timeout(1500)
    two = open_page(browser, SINGLE, "?view=review&sort=newest", name="live 2")
    two.wait_for_selector(".reviewcard")
    claim = two.evaluate("fetch('api/review?limit=1').then((a) => a.json()).then((a) => a.claims[0].key)")
    two.evaluate("""claim => fetch('api/decisions', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ claim, verdict: 'note', note: 'seen by another' }) })""", claim)
    expect(one.locator("#trail")).to_contain_text("seen by another")
    check("a decision of another page is seen without reloading", True)
    one.close()
    two.close()


with sync_playwright() as play:
    try:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=[
            "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader"])
    except Error as error:
        print(f"Chromium does not start: {str(error).splitlines()[0]}")
        sys.exit(77)  # Scripts/test-page: nothing was looked at
    wanted = os.environ.get("ONLY", "").split()
    for part in (story, brush, history, search, captions, review, live, arabic, canvas, tiles, accounts, public, accessibility, views):
        if wanted and part.__name__ not in wanted:
            continue
        began = time.monotonic()
        try:
            part(browser)
        except Exception as error:  # the other parts are still worth running
            check(f"{part.__name__}: {' '.join(str(error).split())[:300]}", False)
        print(f"     {part.__name__}: {time.monotonic() - began:.0f} s", flush=True)
    browser.close()

for problem in problems:
    print("PROBLEM", problem)
print(f"page test: {'passed' if not problems else f'{len(problems)} problems'}")
sys.exit(1 if problems else 0)
