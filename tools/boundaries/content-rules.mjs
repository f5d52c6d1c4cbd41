/** The rules about what may stand in a file, and what a file may be. */
import { basename } from 'node:path'
import { isTest, MOST_LINES, roomOf } from './law.mjs'

/** @typedef {import('./check.mjs').Violation} Violation */
/** @typedef {import('./module-facts.mjs').ModuleFacts} ModuleFacts */

/** The beginnings of SQL statements, in the capitals that we write them in; "Delete from …" in prose is none. */
const SQL = new RegExp(
  [
    String.raw`SELECT\s[\s\S]*\sFROM\s`,
    String.raw`INSERT\s+(OR\s+\w+\s+)?INTO\s`,
    String.raw`REPLACE\s+INTO\s`,
    String.raw`UPDATE\s+\S+\s+SET\s`,
    String.raw`DELETE\s+FROM\s`,
    String.raw`WITH\s+\w+[\s\S]*\sAS\s*\(`,
    String.raw`(CREATE|DROP)\s+(TEMP\w*\s+|UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|TRIGGER|VIEW)\s`,
    String.raw`ALTER\s+TABLE\s`,
    String.raw`PRAGMA\s+\w`,
    String.raw`ATTACH\s`,
    String.raw`VACUUM\b`,
  ]
    .map((start) => `(?:${start})`)
    .join('|')
    .replace(/^/, String.raw`^\s*(?:`)
    .replace(/$/, ')'),
)

/** Ways for a string to become markup in a page. */
const MARKUP_SINKS = [
  '.innerHTML',
  '.outerHTML',
  '.insertAdjacentHTML',
  '.srcdoc',
  '.createContextualFragment',
]

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const PASCAL_COMPONENT = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/
const CATCH_ALL = /(^|[-.])(utils?|helpers?|misc)([-.])/
const CONFIGURATION = /\.config\.(ts|mjs)$/

/**
 * @param {ModuleFacts} module
 * @returns {Violation[]}
 */
export function checkFile(module) {
  const { path, lines, defaultExport, onlyReExports } = module
  const name = basename(path)
  /** @type {Violation[]} */
  const found = []
  /** @param {number} line @param {string} what @param {string} rule @param {string} mend */
  const add = (line, what, rule, mend) => found.push({ path, line, what, rule, mend })
  if (lines > MOST_LINES) {
    add(
      MOST_LINES + 1,
      `has ${lines} lines`,
      `files have at most ${MOST_LINES} lines`,
      'split it by subject.',
    )
  }
  if (!KEBAB.test(name) && !PASCAL_COMPONENT.test(name)) {
    add(1, `is called ${name}`, 'kebab-case.ts, PascalCase.tsx for components', 'rename it.')
  }
  if (CATCH_ALL.test(name)) {
    add(1, `is called ${name}`, 'no file for odds and ends', 'name it after what it does, or split it.')
  }
  if (onlyReExports) {
    add(1, 'only re-exports', 'no barrels', 'import from the files that define things, and delete this one.')
  }
  if (defaultExport !== undefined && !CONFIGURATION.test(name)) {
    add(defaultExport, 'has a default export', 'named exports only', 'give the export its name.')
  }
  return found
}

/**
 * @param {ModuleFacts} module
 * @returns {Violation[]}
 */
export function checkContent(module) {
  return [...sqlViolations(module), ...mentionViolations(module), ...markupViolations(module)]
}

/**
 * @param {ModuleFacts} module
 * @returns {Violation[]}
 */
function sqlViolations({ path, texts }) {
  const mayHold = path.startsWith('electron/store/') || isTest(path) || roomOf(path) === 'tools'
  if (mayHold) return []
  return texts
    .filter(({ value }) => SQL.test(value))
    .map(({ value, line }) => ({
      path,
      line,
      what: `contains SQL (${value.trim().slice(0, 40).replace(/\s+/g, ' ')}…)`,
      rule: 'SQL only in electron/store/',
      mend: 'make it a function in electron/store/tables/ that takes the database first.',
    }))
}

/**
 * @param {ModuleFacts} module
 * @returns {Violation[]}
 */
function mentionViolations({ path, mentions }) {
  if (isTest(path)) return []
  return mentions.flatMap(({ name, line }) => {
    if (name === 'ipcMain' && roomOf(path) === 'electron' && !path.startsWith('electron/ipc/')) {
      const mend = 'answer through `handle` in electron/ipc/.'
      return [{ path, line, what: 'mentions ipcMain', rule: 'only electron/ipc/ touches ipcMain', mend }]
    }
    if (name === 'window.colophon' && roomOf(path) === 'renderer' && !path.startsWith('renderer/client/')) {
      const mend = 'use, or add, a function of renderer/client/.'
      return [{ path, line, what: 'touches window.colophon', rule: 'only renderer/client/ touches it', mend }]
    }
    return []
  })
}

/**
 * @param {ModuleFacts} module
 * @returns {Violation[]}
 */
function markupViolations({ path, mentions, attributes }) {
  if (roomOf(path) !== 'renderer' || isTest(path)) return []
  const styles = attributes
    .filter(({ name }) => name === 'style')
    .map(({ line }) => ({
      path,
      line,
      what: 'has an inline style',
      rule: 'no inline styles (the content security policy)',
      mend: 'use a class of its CSS module, or set a custom property on the element by a ref.',
    }))
  const sinks = [...mentions.filter(({ name }) => MARKUP_SINKS.includes(name)), ...attributes, ...mentions]
    .filter(({ name }) => name === 'dangerouslySetInnerHTML' || MARKUP_SINKS.includes(name))
    .map(({ name, line }) => ({
      path,
      line,
      what: `uses ${name.replace('.', '')}`,
      rule: 'HTML never reaches the page',
      mend: 'render blocks as React elements.',
    }))
  return [...styles, ...uniqueByLine(sinks)]
}

/** @param {Violation[]} violations */
function uniqueByLine(violations) {
  return [...new Map(violations.map((each) => [`${each.line} ${each.what}`, each])).values()]
}
