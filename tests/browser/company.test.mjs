// SPDX-License-Identifier: MIT
// The page about one company.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { closeBrowser, faults, looks, open, plain, run, work, write } from "./page.mjs";

after(closeBrowser);

const page = (profile, ...options) => {
  const file = join(work, `${profile.replace(/\W/g, "_")}.html`);
  run(["score", profile, "--format", "html", "--output", file, ...options]);
  return file;
};
const json = (...args) => JSON.parse(run(["score", ...args, "--format", "json"]));
const sunleaf = page("profiles/sunleaf.ini");
const sections = [
  "result", "facing", "themes", "figures-money", "figures-paid", "figures-promise", "findings", "advice", "questions",
  "class", "fit", "evidence", "sources", "facts", "method", "reproduce",
];

for (const [name, look] of Object.entries(looks))
  test(`a page has nothing that axe-core objects to: ${name}`, async () => {
    await open(sunleaf, look, async (p) => assert.deepEqual(await faults(p), []));
  });

test("nor has one with every finding open", async () => {
  await open(page("profiles/peakrise.ini"), looks.dark, async (p) => {
    await p.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    assert.deepEqual(await faults(p), []);
  });
});

test("no word of the text is cut off, and no two lie on one another", async () => {
  for (const look of [looks.wide, looks.phone])
    await open(sunleaf, look, async (p) => {
      const cut = await p.evaluate(() => {
        document.querySelectorAll("details").forEach((d) => { d.open = true; });
        const seen = [...document.querySelectorAll("h1,h2,h3,p,td,th,li,dd,dt,summary,summary span,figcaption,svg text")]
          .filter((e) => e.checkVisibility() && !e.closest(".hidden,.skip,.definitions"));
        return seen.filter((e) => {
          const box = e.getBoundingClientRect();
          return box.left < -0.5 || box.right > innerWidth + 0.5 || e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
            && getComputedStyle(e).overflow !== "visible";
        }).map((e) => e.outerHTML.slice(0, 100));
      });
      assert.deepEqual(cut, []);
      const crossing = await p.evaluate(() => {
        const texts = [...document.querySelectorAll("svg.scale text")].map((e) => e.getBoundingClientRect());
        return texts.filter((a, i) => texts.some((b, j) => i < j && a.left < b.right && b.left < a.right)).length;
      });
      assert.equal(crossing, 0, "names of bands");
    });
});

test("a page is whole without a script, and an address opens its finding", async () => {
  await open(`${sunleaf}`, { javaScriptEnabled: false }, async (p) => {
    for (const id of sections) assert.equal(await p.locator(`#${id}`).count(), 1, id);
    assert.equal(await p.locator("main h1").count(), 1);
    assert.equal(await p.locator("th button, .tools").count(), 0);
    assert.equal(await p.locator("#RE02 .inside").isVisible(), false);
    await p.locator("#advice a[href='#RE02']").first().click();
    assert.equal(await p.locator("#RE02 .inside").isVisible(), true);
  });
});

test("the title says the conclusion, and headings come in order", async () => {
  const said = json("profiles/sunleaf.ini");
  await open(sunleaf, {}, async (p) => {
    assert.equal(await p.title(), `${said.company}: ${said.verdict.text}`);
    const levels = await p.locator("h1,h2,h3,h4,h5").evaluateAll((all) => all.map((h) => +h.tagName[1]));
    assert.equal(levels[0], 1);
    levels.forEach((level, i) => assert.ok(i === 0 || level <= levels[i - 1] + 1, `heading ${i}`));
  });
});

/* --- numbers --- */

const rows = (p, selector) => p.locator(selector).evaluateAll((all) =>
  all.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())));
const range = (s) => (s.low === s.high ? `${Math.floor(s.low)}` : `${Math.floor(s.low)} to ${Math.ceil(s.high)}`);

for (const name of ["sunleaf", "harbor_soap", "invited_last_night", "quiet_river"])
  test(`every number shown is the JSON's: ${name}`, async () => {
    const said = json(`profiles/${name}.ini`);
    await open(page(`profiles/${name}.ini`), {}, async (p) => {
      assert.deepEqual(JSON.parse(await p.locator("#data").textContent()), said);

      const themes = said.themes.filter((t) => t.of === "company");
      themes.sort((a, b) => b.headline - a.headline);
      assert.deepEqual((await rows(p, "#themes tbody tr")).map((r) => [r[0], r[2], r[3]]),
        themes.map((t) => [t.title, t.score === null ? "?" : `${Math.floor(t.score)}`, range(t)]));
      const worth = (await rows(p, "#themes tbody tr")).reduce((sum, r) => sum + Number(r[4]), 0);
      assert.ok(Math.abs(worth - 100) < 0.05, `the themes are worth ${worth} of 100`);
      const sides = await p.locator("#facing .side").allInnerTexts();
      said.themes.filter((t) => t.headline).slice(0, 2).forEach((t, i) =>
        assert.equal(plain(sides[i]), `${t.title} ${t.score === null ? "?" : Math.floor(t.score)} range ${range(t)}`));

      const numbers = [said.low, said.high].map((n, i) => (i ? Math.ceil(n) : Math.floor(n)));
      const sentence = plain(await p.locator("#result p").first().innerText());
      const wanted = said.low === said.high ? [numbers[0], 100]
        : said.score === null ? numbers : [Math.floor(said.score), 100, ...numbers];
      assert.deepEqual(sentence.match(/\d+/g).map(Number), [...wanted, Math.floor(said.coverage)]);

      // Bars: certain up to the low end, open from there to the high end, a line at the score.
      const bar = await p.locator("#result svg.scale").evaluate((svg) => ["sure", "open"].map((c) =>
        parseFloat(svg.querySelector(`.${c}`)?.getAttribute("width") ?? "0")));
      assert.deepEqual(bar.map((n) => n.toFixed(3)), [said.low, said.high - said.low].map((n) => n.toFixed(3)));

      const figures = (await Promise.all(["money", "paid", "promise"].map((g) => rows(p, `#figures-${g} tbody tr`))))
        .flat().filter((r) => r[1] !== "not yet" && r[1] !== "");
      const shown = said.figures.flatMap((f) => f.lines.filter((l) => l.shown !== null).map((l) => [f, l]));
      assert.equal(figures.length, shown.length);
      shown.forEach(([figure, line], i) => {
        assert.equal(figures[i][0], figure.title);
        assert.equal(figures[i][1], line.shown);
        for (const end of [line.low, line.high])
          assert.ok(!end.message || figures[i][2].includes(plain(end.message)), figures[i][2]);
      });

      const of100 = (part) => {
        const whole = said.ledger.total.applicable;
        return Math.floor((part * 20000 + whole) / (2 * whole)) / 100;
      };
      for (const f of said.findings) {
        const ledger = said.ledger.rows.find((r) => r.rule === f.rule);
        const lost = ledger ? ledger.applicable - ledger.high : 0;
        const head = p.locator(`#${f.rule} > summary`);
        const outcome = f.outcome === "span" ? `${f.worst.outcome}..${f.best.outcome}` : f.outcome;
        assert.equal(await head.locator(".outcome").innerText(), outcome, f.rule);
        if (ledger) assert.equal(await head.locator(".loss").innerText(), lost ? `-${of100(lost)}` : "", f.rule);
        assert.ok((await head.locator(".says").innerText()).includes(plain(f.message || f.title)), f.rule);
        if (ledger && ledger.applicable > 0) {
          const points = await p.locator(`#${f.rule} dt`, { hasText: /^Points$/ }).locator("xpath=following-sibling::dd[1]")
            .textContent();
          const ends = ledger.low === ledger.high ? `${of100(ledger.low)}` : `${of100(ledger.low)} to ${of100(ledger.high)}`;
          assert.equal(points, `${ends} of ${of100(ledger.applicable)} of the score's 100.`, f.rule);
        }
      }

      const stated = said.facts.flatMap((f) => f.statements.map((s) => [f.fact, s]));
      const facts = await rows(p, "#facts tbody tr");
      assert.equal(facts.length, stated.length);
      stated.forEach(([fact, s], i) => {
        assert.ok(facts[i][0].startsWith(fact), fact);
        assert.equal(facts[i][1], plain(s.value), fact);
        assert.equal(facts[i][2], `${s.line}`, fact);
        assert.ok(s.source === null ? facts[i][3] === "no source given" : facts[i][3].startsWith(`${s.source} `), fact);
      });

      const swings = await p.locator("#questions .swing").allInnerTexts();
      assert.deepEqual(swings.map((t) => parseFloat(t)), said.questions.map((q) => of100(Math.round(q.swing * 1000))));
    });
  });

test("a hundred people are drawn as many as the table says, and one of so many dots is marked", async () => {
  await open(sunleaf, {}, async (p) => {
    assert.equal(await p.locator("svg.people use").count(), 100);
    const shades = [0, 1, 2, 3].map((n) => p.locator(`svg.people .shade-${n}`).count());
    assert.deepEqual(await Promise.all(shades), [61, 30, 7, 2]);
    const key = await p.locator("ul.key li strong").allInnerTexts();
    assert.deepEqual(key.map(Number), [61, 30, 7, 2]);
    assert.ok((await p.locator("figure.one-in").innerText()).includes("1 in 781"));
  });
});

/* --- what the script adds --- */

test("tables sort up and down, and say so", async () => {
  await open(sunleaf, {}, async (p) => {
    const line = () => p.locator("#facts tbody tr td:nth-child(3)").evaluateAll((all) => all.map((c) => +c.textContent));
    const head = p.locator("#facts thead th").nth(2);
    const sorted = (a) => [...a].sort((x, y) => x - y);
    await head.locator("button").press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    assert.deepEqual(await line(), sorted(await line()));
    await head.locator("button").click();
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    assert.deepEqual(await line(), sorted(await line()).reverse());
  });
});

test("findings and facts are filtered by words", async () => {
  await open(sunleaf, {}, async (p) => {
    await p.getByLabel("Show only findings with").fill("health made without");
    const left = await p.locator(".findings details:visible").evaluateAll((all) => all.map((d) => d.id));
    assert.deepEqual(left, ["PF11"]);
    await p.getByLabel("Show only rows with").fill("autoship nothing");
    assert.equal(await p.locator("#facts tbody tr:visible").count(), 0);
    await p.getByLabel("Show only rows with").fill("cost.");
    assert.ok(await p.locator("#facts tbody tr:visible").count() > 5);
  });
});

test("the result can be saved as the JSON that the program writes", async () => {
  await open(sunleaf, { acceptDownloads: true }, async (p) => {
    const [download] = await Promise.all([p.waitForEvent("download"),
      p.getByRole("button", { name: "Save the result as JSON" }).click()]);
    assert.deepEqual(JSON.parse(readFileSync(await download.path(), "utf8")), json("profiles/sunleaf.ini"));
  });
});

test("the keyboard reaches the report, opens a finding and closes it", async () => {
  await open(sunleaf, {}, async (p) => {
    await p.keyboard.press("Tab");
    assert.equal(await p.evaluate(() => document.activeElement.className), "skip");
    await p.locator("#RE02 > summary").focus();
    await p.keyboard.press("Enter");
    assert.equal(await p.locator("#RE02").evaluate((d) => d.open), true);
    await p.keyboard.press("Enter");
    assert.equal(await p.locator("#RE02").evaluate((d) => d.open), false);
  });
});

/* --- paper --- */

test("on paper, what falls short is open without a script, and the page prints on A4 and Letter", async () => {
  await open(sunleaf, { javaScriptEnabled: false }, async (p) => {
    for (const format of ["A4", "Letter"]) {
      const pdf = await p.pdf({ format });
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
      assert.ok(sheets >= 10 && sheets <= 60, `${sheets} sheets of ${format}`);
    }
    await p.emulateMedia({ media: "print" });
    assert.equal(await p.locator("#RE02 .inside").isVisible(), true);
    assert.equal(await p.locator(".contents").isVisible(), false);
  });
});

/* --- several, and what cannot be read --- */

test("several companies and packs are sections of one page, those that cannot be read too", async () => {
  const file = join(work, "several.html");
  const broken = "tests/cli/thirty-mistakes/thirty.ini";
  run(["score", "profiles/sunleaf.ini", broken, "profiles/mellin_tea.ini", "--pack", "rules/core", "--pack",
    "rules/landlord", "--format", "html", "--output", file], 3);
  await open(file, looks.phone, async (p) => {
    assert.equal(await p.locator("article.company").count(), 5);
    assert.ok((await p.locator("#c3-company").innerText()).includes("could not be read"));
    assert.ok(await p.locator("#c3-company li").count() >= 30);
    await p.locator("nav a[href='#c4-company']").click();
    assert.ok((await p.locator("#c4-company h2").innerText()).startsWith("Mellin"));
    assert.deepEqual(await faults(p), []);
  });
});

/* --- hostile --- */

const hostile = {
  markup: `<script>alert(1)</script>"'&`,
  attribute: `A" onmouseover="alert(1)" x="`,
  comment: "--><!--<script>alert(1)//</script>]]>",
  formula: `=HYPERLINK("x")`,
  "long name": "N".repeat(10000),
  "right to left": "\u05d7\u05d1\u05e8\u05d4 \u0634\u0631\u0643\u0629 (42)",
};

for (const [label, text] of Object.entries(hostile))
  test(`a company with such a name is harmless: ${label}`, async () => {
    const profile = write(`${label.replace(/ /g, "_")}.ini`, [
      "[company]", `name = ${text}`, "currency = USD", "as_of = 2024-05-02", "[recruit]",
      "income_from_recruiting_pct = 60% @S1 <b>p.1", "[exit]", "buyback_pct = refused @S1", "[source S1]",
      `title = ${text}`, `url = https://x.test/?q="><script>alert(1)</script>`, "[waive RE02]", `reason = ${text}`, "until = 2025-01-01", "",
    ].join("\n"));
    const said = json(profile);
    const file = join(work, `${label.replace(/ /g, "_")}.html`);
    run(["score", profile, "--format", "html", "--output", file]);
    for (const look of [looks.wide, looks.phone])
      await open(file, look, async (p) => {
        assert.equal(await p.locator("h1").textContent(), said.company);
        assert.equal(await p.locator("script").count(), 2);
        assert.equal(await p.locator("[onmouseover]").count(), 0);
        assert.equal(await p.locator("a[href^='javascript']").count(), 0);
        assert.deepEqual(JSON.parse(await p.locator("#data").textContent()), said);
      });
  });

test("control characters in what the user gives are no part of a page", async () => {
  const name = join(work, "bell\u0007\u001b[31m\u009b.ini");
  write("bell\u0007\u001b[31m\u009b.ini", "[company]\ncurrency = USD\n");
  const out = run(["score", name, "--format", "html"]);
  assert.equal(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(out), false);
});
