/** Circles of imports, found as strongly connected parts of the graph (Tarjan 1972). */
import { resolveImport } from './resolve.mjs'

/** @typedef {import('./check.mjs').Violation} Violation */
/** @typedef {import('./module-facts.mjs').ModuleFacts} ModuleFacts */

/**
 * @param {string} root
 * @param {readonly ModuleFacts[]} modules
 * @returns {Violation[]} one for each circle, at the first import that closes it
 */
export function checkCircles(root, modules) {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const edges = new Map(modules.map((module) => [module.path, targetsOf(root, module, byPath)]))
  return connectedParts(edges)
    .filter((part) => part.length > 1 || edges.get(part[0] ?? '')?.has(part[0] ?? ''))
    .map((part) => violation(part, edges))
}

/**
 * @param {string} root
 * @param {ModuleFacts} module
 * @param {ReadonlyMap<string, ModuleFacts>} byPath
 * @returns {Map<string, number>} the files it imports, and the line
 */
function targetsOf(root, module, byPath) {
  /** @type {Map<string, number>} */
  const targets = new Map()
  for (const { specifier, line } of module.imports) {
    const target = resolveImport(root, module.path, specifier)
    if (target.kind === 'project' && target.file && byPath.has(target.file) && !targets.has(target.file)) {
      targets.set(target.file, line)
    }
  }
  return targets
}

/**
 * @param {string[]} part
 * @param {Map<string, Map<string, number>>} edges
 * @returns {Violation}
 */
function violation(part, edges) {
  const members = [...part].sort()
  const path = members[0] ?? ''
  const [to, line] = [...(edges.get(path) ?? [])].find(([target]) => members.includes(target)) ?? ['', 1]
  return {
    path,
    line,
    what: `imports ${to}, which leads back here (${members.join(', ')})`,
    rule: 'no circles',
    mend: 'move what both need to a file of its own, or pass it as an argument.',
  }
}

/**
 * @param {Map<string, Map<string, number>>} edges
 * @returns {string[][]}
 */
function connectedParts(edges) {
  /** @type {Map<string, { index: number, low: number, open: boolean }>} */
  const marks = new Map()
  /** @type {string[]} */
  const stack = []
  /** @type {string[][]} */
  const parts = []
  /** @param {string} node */
  const visit = (node) => {
    const mark = { index: marks.size, low: marks.size, open: true }
    marks.set(node, mark)
    stack.push(node)
    for (const next of edges.get(node)?.keys() ?? []) {
      const seen = marks.get(next) ?? visit(next)
      if (seen.open) mark.low = Math.min(mark.low, seen.low)
    }
    if (mark.low === mark.index) parts.push(close(node, stack, marks))
    return mark
  }
  for (const node of edges.keys()) if (!marks.has(node)) visit(node)
  return parts
}

/**
 * @param {string} node
 * @param {string[]} stack
 * @param {Map<string, { open: boolean }>} marks
 */
function close(node, stack, marks) {
  const part = stack.splice(stack.indexOf(node))
  for (const member of part) {
    const mark = marks.get(member)
    if (mark) mark.open = false
  }
  return part
}
