// SPDX-License-Identifier: MIT
// The page of an audit.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { closeBrowser, faults, looks, open, plain, project, run, work } from "./page.mjs";

after(closeBrowser);

const profiles = join(project, "profiles");
const audit = (name, paths, code = 0, options = []) => {
  const file = join(work, `${name}.html`);
  const lines = join(work, `${name}.jsonl`);
  run(["audit", ...paths, "--html", file, "--jsonl", lines, "--detail", "full", "-q", ...options], code);
  const records = readFileSync(lines, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  return { file, companies: records.filter((r) => r.record === "company") };
};
const eight = audit("eight", [profiles]);
const rows = (p, selector) => p.locator(selector).evaluateAll((all) =>
  all.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())));
const range = (s) => (s.low === s.high ? `${Math.floor(s.low)}` : `${Math.floor(s.low)} to ${Math.ceil(s.high)}`);

for (const [name, look] of Object.entries(looks))
  test(`the page of an audit has nothing that axe-core objects to: ${name}`, async () => {
    await open(eight.file, look, async (p) => assert.deepEqual(await faults(p), []));
  });

test("its numbers are those of the JSON Lines", async () => {
  await open(eight.file, {}, async (p) => {
    const shown = await rows(p, "#ranking tbody tr");
    assert.equal(shown.length, eight.companies.length);
    for (const row of shown) {
      const c = eight.companies.find((one) => one.company === row[2]);
      assert.equal(row[4], c.score === null ? "?" : `${Math.floor(c.score)}`, row[2]);
      assert.equal(row[5], range(c), row[2]);
      assert.equal(row[6], `${Math.floor(c.coverage)} %`, row[2]);
      const v = c.verdict;
      const says = v.kind === "decided" ? `${v.band}, decided`
        : `${v.kind === "too_little" ? "too little is known" : v.band} (${v.worst} ... ${v.best})`;
      assert.ok(row[7].startsWith(says), `${row[7]}: ${says}`);
    }
    const criticals = eight.companies.filter((c) => c.verdict.criticals.length > 0).length;
    assert.ok((await p.title()).includes(`${criticals} of ${eight.companies.length} have a critical finding`));
  });
});

test("the map and the counts of every rule are those of the findings", async () => {
  const sign = (f) => {
    if (f.outcome === "error") return "x";
    if (f.outcome === "not_applicable") return "-";
    if (f.waiver?.holds && f.severity > 0) return "w";
    if (f.refused) return "R";
    if (f.outcome === "unknown") return "?";
    if (f.severity === 0) return f.outcome === "span" ? ":" : "+";
    return " ~!#"[f.severity];
  };
  await open(eight.file, {}, async (p) => {
    const order = (await rows(p, "#ranking tbody tr")).map((row) => eight.companies.find((c) => c.company === row[2]));
    const map = await rows(p, "#heat tbody tr");
    assert.ok(map.length > 60);
    for (const [head, ...signs] of map) {
      const id = head.split(" ")[0];
      const findings = order.map((c) => c.findings.find((f) => f.rule === id));
      assert.deepEqual(signs, findings.map(sign), id);
      const counts = plain(await p.locator(`#rule-${id} .counts`).innerText());
      const of = (set) => signs.filter((s) => set.includes(s)).length;
      assert.equal(counts, `${of("#!~Rw")} short, ${of("+")} in order, ${of("?:x")} open, ${of("-")} n/a`, id);
    }
  });
});

test("a company of the ranking leads to its section, and a rule opens by its address", async () => {
  await open(eight.file, {}, async (p) => {
    await p.locator("#ranking th a", { hasText: "Peakrise" }).click();
    const id = await p.evaluate(() => decodeURIComponent(location.hash.slice(1)));
    assert.ok((await p.locator(`[id="${id}"] h3`).first().innerText()).startsWith("Peakrise"));
    await p.evaluate(() => { location.hash = "rule-RE02"; });
    await p.locator("#rule-RE02 .inside").waitFor({ state: "visible" });
  });
});

test("the ranking sorts and filters", async () => {
  await open(eight.file, {}, async (p) => {
    await p.locator("#ranking thead button", { hasText: "Score" }).click();
    const scores = (await rows(p, "#ranking tbody tr")).map((row) => Number(row[4]));
    assert.deepEqual(scores, [...scores].sort((a, b) => a - b));
    await p.getByLabel("Show only companies with").first().fill("mellin");
    assert.equal(await p.locator("#ranking tbody tr:visible").count(), 1);
  });
});

test("the table of companies can be saved, and is what --csv writes", async () => {
  const csv = join(work, "eight.csv");
  run(["audit", profiles, "--csv", csv, "-q"]);
  await open(eight.file, { acceptDownloads: true }, async (p) => {
    const [download] = await Promise.all([p.waitForEvent("download"),
      p.getByRole("button", { name: "Save the table as CSV" }).click()]);
    assert.equal(readFileSync(await download.path(), "utf8"), readFileSync(csv, "utf8"));
  });
});

test("without a script it is whole", async () => {
  await open(eight.file, { javaScriptEnabled: false }, async (p) => {
    for (const id of ["ranking", "heat", "money", "scatter", "rules", "quality", "waivers", "companies", "method",
      "reproduce"])
      assert.equal(await p.locator(`#${id}`).count(), 1, id);
    assert.equal(await p.locator("article.company").count(), 8);
  });
});

test("one company is enough, and one that cannot be read is counted", async () => {
  const one = audit("one", ["profiles/sunleaf.ini"]);
  await open(one.file, looks.phone, async (p) => {
    assert.ok((await p.title()).includes("0 of 1"));
    assert.equal((await p.pdf({ format: "A4" })).subarray(0, 5).toString(), "%PDF-");
  });
  const broken = audit("broken", ["profiles/sunleaf.ini", "tests/cli/thirty-mistakes/thirty.ini"], 3);
  await open(broken.file, looks.phone, async (p) => {
    assert.ok((await p.title()).includes("1 could not be read"));
    assert.ok((await p.locator("#c2-company").innerText()).includes("could not be read"));
  });
});

test("several packs stand one after the other, with ids of their own", async () => {
  const two = audit("two", [profiles], 0, ["--pack", "rules/core", "--pack", "rules/landlord"]);
  await open(two.file, looks.phone, async (p) => {
    assert.equal(await p.locator("#ranking-2 tbody tr").count(), 8);
    const ids = await p.locator("[id]").evaluateAll((all) => all.map((e) => e.id));
    assert.equal(new Set(ids).size, ids.length, "ids are unique");
    assert.deepEqual(await faults(p), []);
  });
});

test("of many companies each has a file of its own, linked both ways, and the page opens fast", async () => {
  const folder = join(work, "many");
  mkdirSync(folder);
  const texts = ["sunleaf", "mellin_tea", "peakrise"].map((n) => readFileSync(join(profiles, `${n}.ini`), "utf8"));
  for (let i = 0; i < 600; i++)
    writeFileSync(join(folder, `${String(i).padStart(4, "0")}.ini`),
      texts[i % 3].replace(/^name = .*$/m, `name = Number ${i} <b>"'&`));
  const file = join(work, "many.html");
  run(["audit", folder, "--html", file, "-q"]);
  assert.ok(!existsSync(`${file}.partial`));
  assert.equal(readdirSync(`${file}.companies`).filter((f) => /^\d{5}\.html$/.test(f)).length, 600);
  assert.ok(statSync(file).size < 4e6);
  await open(file, {}, async (p) => {
    assert.equal(await p.locator("#ranking tbody tr").count(), 600);
    assert.equal(await p.locator("#heat thead th").count(), 41);
    assert.equal(await p.locator("main b").count(), 0);
    await p.locator("#ranking th a", { hasText: /^Number 7 / }).click();
    assert.equal(await p.locator("article h3").first().innerText(), `Number 7 <b>"'&`);
    await p.getByRole("link", { name: "The audit it is part of" }).click();
    await p.waitForLoadState();
    assert.equal(await p.locator("#ranking tbody tr").count(), 600);
  });
  // Fewer companies later: what is no part of the page is gone.
  for (let i = 0; i < 540; i++) writeFileSync(join(folder, `${String(i).padStart(4, "0")}.ini`), "");
  run(["audit", folder, "--include", "05[4-9]*.ini", "--include", "000*.ini", "--html", file, "-q"]);
  assert.equal(readdirSync(`${file}.companies`).filter((f) => /^\d{5}\.html$/.test(f)).length, 70);
});

test("names that would do harm do none", async () => {
  const folder = join(work, "hostile");
  mkdirSync(folder);
  const names = [`<script>alert(1)</script>"'&`, `=HYPERLINK("x")`, "N".repeat(10000), "\u05d7\u05d1\u05e8\u05d4 (42)"];
  names.forEach((name, i) => writeFileSync(join(folder, `${i}.ini`),
    `[company]\nname = ${name}\ncurrency = USD\n[waive RE02]\nreason = ${name}\n`));
  const page = audit("hostile", [folder]);
  for (const look of [looks.wide, looks.phone])
    await open(page.file, look, async (p) => {
      const shown = (await rows(p, "#ranking tbody tr")).map((row) => row[2]).sort();
      assert.deepEqual(shown, page.companies.map((c) => c.company).sort());
      assert.equal(await p.locator("script").count(), 2);
    });
});
