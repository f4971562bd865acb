// SPDX-License-Identifier: MIT
// SARIF against the official schema, by ajv: node sarif.mjs FILE... prints a line of JSON for each, null or what is wrong.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const Ajv = require('ajv')
const ajv = new Ajv({ schemaId: 'auto' })
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'))
const valid = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))

for (const file of process.argv.slice(2)) {
    const sound = valid(JSON.parse(readFileSync(file, 'utf8')))
    console.log(JSON.stringify(sound ? null : valid.errors))
}
