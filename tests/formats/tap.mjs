// SPDX-License-Identifier: MIT
// TAP 14 by tap-parser, strictly: node tap.mjs <FILE prints what it says as JSON.
import { readFileSync } from 'node:fs'
import { Parser } from 'tap-parser'

const out = { version: 0, companies: [], extra: [], ok: false, failures: [] }
const strict = new Parser({ strict: true })

strict.on('version', v => { out.version = Number(v) })
strict.on('extra', text => out.extra.push(text))
strict.on('child', child => {
    const company = { name: child.name, rules: [] }
    child.on('assert', t => company.rules.push({ ok: t.ok, id: t.id, name: t.name, skip: t.skip || false }))
    child.on('complete', r => { company.plan = r.plan.end })
    out.companies.push(company)
})
let at = 0
strict.on('assert', t => { Object.assign(out.companies[at++], { said: t.name, ok: t.ok }) })
strict.on('complete', r => {
    Object.assign(out, { ok: r.ok, count: r.count, plan: r.plan.end, failures: r.failures.filter(f => f.tapError) })
})
strict.end(readFileSync(0))
console.log(JSON.stringify(out))
