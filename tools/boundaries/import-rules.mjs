/** The rules about who may import whom. */
import {
  ALIASED,
  BY_ALIAS,
  CONFINED_PACKAGES,
  DOWNWARD,
  FEATURE,
  FORBIDDEN,
  isTest,
  PACKAGES,
  roomOf,
} from './law.mjs'
import { resolveImport } from './resolve.mjs'

/** @typedef {import('./check.mjs').Violation} Violation */
/** @typedef {import('./module-facts.mjs').ModuleFacts} ModuleFacts */
/** @typedef {{ rule: string, mend: string }} Finding */

/**
 * @param {string} root
 * @param {ModuleFacts} module
 * @returns {Violation[]}
 */
export function checkImports(root, module) {
  return module.imports.flatMap(({ specifier, line }) => {
    const target = resolveImport(root, module.path, specifier)
    const findings =
      target.kind === 'package'
        ? packageFindings(module.path, target.name)
        : [
            ...projectFindings(module.path, target.path),
            ...spellingFindings(module.path, target.path, specifier),
          ]
    return findings.map(({ rule, mend }) => ({
      path: module.path,
      line,
      what: `imports ${specifier}`,
      rule,
      mend,
    }))
  })
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {Finding[]}
 */
function projectFindings(from, to) {
  /** @type {Finding[]} */
  const findings = []
  const allowed = DOWNWARD[roomOf(from)]
  if (!allowed.includes(roomOf(to))) {
    findings.push({
      rule: `imports run downward only: ${roomOf(from)}/ may import ${allowed.join(', ')}`,
      mend: 'move what both need to the lower room, or take it as an argument.',
    })
  }
  for (const { from: source, to: target, rule, mend } of FORBIDDEN) {
    if (source.test(from) && target.test(to)) findings.push({ rule, mend })
  }
  const [, feature] = FEATURE.exec(from) ?? []
  const [, other] = FEATURE.exec(to) ?? []
  if (feature && other && feature !== other) {
    findings.push({
      rule: 'no feature imports another feature',
      mend: 'move what both need to renderer/ui/ or renderer/client/, or let renderer/app/ join them.',
    })
  }
  return findings
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} specifier
 * @returns {Finding[]}
 */
function spellingFindings(from, to, specifier) {
  const target = roomOf(to)
  const crosses = roomOf(from) !== target && ALIASED.has(target) && BY_ALIAS.has(roomOf(from))
  if (!crosses || specifier.startsWith('#')) return []
  return [{ rule: 'another room is imported by its alias', mend: `write #${to} instead.` }]
}

/**
 * @param {string} from
 * @param {string} name
 * @returns {Finding[]}
 */
function packageFindings(from, name) {
  if (isTest(from)) return []
  /** @type {Finding[]} */
  const findings = []
  const room = roomOf(from)
  const allowed = room === 'domain' || room === 'contract' ? PACKAGES[room] : undefined
  if (allowed && !allowed.includes(/** @type {never} */ (name))) {
    findings.push({
      rule: `${room}/ imports only itself${room === 'contract' ? ', domain/' : ''} and ${allowed.join(', ')}`,
      mend: 'move the effect to electron/, or, for a package without effects, add it to the law in tools/boundaries/law.mjs.',
    })
  }
  if (room === 'renderer' && name.startsWith('node:')) {
    findings.push({ rule: 'a page has no Node', mend: 'ask for it through the contract.' })
  }
  const confined = CONFINED_PACKAGES.find((each) => each.package === name)
  if (confined && !confined.places.some((place) => from.startsWith(place))) {
    findings.push({
      rule: `only ${confined.places.filter((place) => place.startsWith('electron')).join(', ')} may import ${name}`,
      mend: `${confined.why}; move this there, or take what it needs as an argument.`,
    })
  }
  return findings
}
