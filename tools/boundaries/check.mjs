import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkCircles } from './circles.mjs'
import { checkContent, checkFile } from './content-rules.mjs'
import { checkImports } from './import-rules.mjs'
import { CODE } from './law.mjs'
import { readModule } from './module-facts.mjs'

/**
 * @typedef {object} Violation
 * @property {string} path inside the project
 * @property {number} line from 1
 * @property {string} what the file does
 * @property {string} rule that forbids it
 * @property {string} mend what to do instead
 */

/** Folders that hold no source of ours. */
const NOT_OURS = new Set(['node_modules', 'out', '.git', 'test-results'])

/**
 * @param {string} root the project's folder
 * @returns {{ files: number, violations: Violation[] }} violations by file and line
 */
export function checkBoundaries(root) {
  const modules = sourceFiles(root, '').map((path) => readModule(root, path))
  const violations = modules.flatMap((module) => [
    ...checkImports(root, module),
    ...checkFile(module),
    ...checkContent(module),
  ])
  violations.push(...checkCircles(root, modules))
  violations.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
  return { files: modules.length, violations }
}

/**
 * @param {string} root
 * @param {string} folder inside it, with `/`
 * @returns {string[]} paths inside the project
 */
function sourceFiles(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : sourceFiles(root, path)
    return CODE.test(entry.name) ? [path] : []
  })
}

/**
 * @param {Violation} violation
 * @returns {string} for a person, and for an editor that jumps to `file:line`
 */
export function violationText({ path, line, what, rule, mend }) {
  return `${path}:${line} ${what}\n    rule: ${rule}\n    mend: ${mend}`
}
