#!/usr/bin/env python3
"""Times what a reader waits for, in headless Chromium.  Scripts/measure-page calls:  measure_page.py ADDRESS"""
import os
import statistics
import sys

from playwright.sync_api import sync_playwright

BASE = sys.argv[1]
STEP = """async (count) => {
  const slider = document.getElementById('on'), low = Number(slider.min), span = Number(slider.max) - low;
  const times = [];
  for (let i = 0; i < count; i++) {
    slider.value = low + Math.floor(span * ((i * 37) % 100) / 100);
    const began = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    times.push(performance.now() - began);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  }
  return times;
}"""
PANEL = """(button) => new Promise((done) => {
  const panel = document.getElementById('panel'), began = performance.now();
  const name = button.querySelector('span').textContent;
  const look = () => { if (panel.querySelector('.verdict') && panel.querySelector('h2').textContent === name) { watch.disconnect(); done(performance.now() - began); } };
  const watch = new MutationObserver(look);
  watch.observe(panel, { childList: true, subtree: true });
  button.click();
})"""


def main():
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ.get("BROWSER_PATH", "/usr/bin/chromium"), args=[
            "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader"])
        for name in ("first", "second"):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(BASE)
            page.wait_for_selector("body[data-ready]", timeout=60000)
            painted = page.evaluate("performance.getEntriesByName('map painted')[0].startTime")
            page.wait_for_selector("body[data-complete]", timeout=120000)
            whole = page.evaluate("performance.now()")
            print(f"{name} visit: map painted after {painted:.0f} ms, all histories after {whole:.0f} ms")
            if name == "first":
                page.close()
        client = page.context.new_cdp_session(page)
        client.send("Performance.enable")

        def script():
            metrics = {one["name"]: one["value"] for one in client.send("Performance.getMetrics")["metrics"]}
            return metrics["ScriptDuration"] * 1000

        page.evaluate(STEP, 5)
        before = script()
        times = page.evaluate(STEP, 60)
        page.wait_for_timeout(300)
        print(f"slide: {(script() - before) / 60:.1f} ms of script a step with its drawing"
              f" (the event alone: median {statistics.median(times):.1f} ms, longest {max(times):.1f} ms)")
        page.evaluate("document.querySelector('#legend .list').open = true")
        page.wait_for_selector("#legend .places button")
        buttons = page.locator("#legend .places button").element_handles()
        panels = [page.evaluate(PANEL, button) for button in buttons[:40]]
        panels.sort()
        print(f"place panel: median {statistics.median(panels):.0f} ms, 95 % within {panels[int(len(panels) * 0.95)]:.0f} ms")
        browser.close()


main()
