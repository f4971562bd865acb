// SPDX-License-Identifier: MIT
// A browser without a network, pages from files, and what every page must hold to.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core");
export const program = process.env.PLUMBLINE;
export const project = process.env.PROJECT;
export const work = mkdtempSync(join(tmpdir(), "plumbline-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

export const looks = {
  wide: { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: "light" },
  "dark phone": { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
export const closeBrowser = () => browser.close();

// What the program writes; its exit code must be the one given.
export const run = (args, code = 0) => {
  const done = spawnSync(program, args, { cwd: project, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(done.status, code, done.stderr);
  return done.stdout;
};

// A file with that text in the folder of the tests.
export const write = (name, text) => {
  const path = join(work, name);
  writeFileSync(path, text);
  return path;
};

// Opens a file and calls 'look' with it. Nothing may be asked for, nothing may be wrong, nothing may be wider than
// the window.
export const open = async (file, options, look) => {
  const context = await browser.newContext({ ...looks.wide, ...options, offline: true });
  const page = await context.newPage();
  const wrong = [];
  const asked = [];
  page.on("console", (message) => wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("dialog", (dialog) => wrong.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => asked.push(request.url()));
  try {
    await page.goto(pathToFileURL(file).href);
    const result = await look(page);
    assert.deepEqual(wrong, [], "console, errors and dialogs");
    assert.deepEqual(asked.filter((url) => !/^(file|blob|data):/.test(url)), [], "requests");
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `${content} px of content in a window of ${window}`);
    return result;
  } finally {
    await context.close();
  }
};

// What axe-core finds, as lines. It takes its time for each element, so of what repeats, a tenth stays: findings in a
// row and rows of a table are made alike.
export const faults = async (page) => {
  await page.evaluate(() => {
    for (const article of document.querySelectorAll("#companies article:not(:first-of-type)")) article.remove();
    for (const all of ["details", "tbody tr", "nav li", ".words div", ".questions li", "#advice li"])
      document.querySelectorAll(all).forEach((item, i) => i % 10 && item.remove());
  });
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 120)}: ${n.failureSummary}`));
};

// Words and numbers of a text, blanks as one.
export const plain = (text) => text.replace(/\s+/g, " ").trim();
