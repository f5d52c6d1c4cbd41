/** What the law of imports asks of one source file, read from its syntax tree and never by pattern matching. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/**
 * @typedef {object} Reference
 * @property {string} specifier as written
 * @property {number} line from 1
 *
 * @typedef {object} Text
 * @property {string} value of a string, or of the fixed parts of a template
 * @property {number} line from 1
 *
 * @typedef {object} Mention
 * @property {string} name an identifier, a member (`.innerHTML`), or a member of one of the names of the global
 *   object (`window.colophon`)
 * @property {number} line from 1
 *
 * @typedef {object} ModuleFacts
 * @property {string} path inside the project, with `/`
 * @property {number} lines
 * @property {Reference[]} imports static, dynamic, re-exported and type-only alike
 * @property {boolean} onlyReExports whether it defines nothing of its own
 * @property {number | undefined} defaultExport its line
 * @property {Text[]} texts
 * @property {Mention[]} mentions
 * @property {Mention[]} attributes of JSX elements
 */

/** Names that the global object goes by in a page. */
const GLOBALS = new Set(['window', 'globalThis', 'self'])

/** @typedef {import('oxc-parser').EcmaScriptModule} EcmaScriptModule */

/**
 * @param {string} root
 * @param {string} path
 * @returns {ModuleFacts}
 */
export function readModule(root, path) {
  const source = readFileSync(join(root, path), 'utf8')
  const { program, module, errors } = parseSync(path, source)
  const broken = errors[0]
  if (broken) throw new Error(`${path} cannot be parsed: ${broken.message}`)
  const lineAt = lineFinder(source)
  return {
    path,
    lines: source.split('\n').length - (source.endsWith('\n') ? 1 : 0),
    onlyReExports: isOnlyReExports(program),
    defaultExport: defaultExportLine(module, lineAt),
    ...collect(program, module, lineAt),
  }
}

/**
 * @param {string} source
 * @returns {(offset: number) => number} the line, from 1, of an offset (UTF-16 code units)
 */
function lineFinder(source) {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const after = starts.findIndex((start) => start > offset)
    return after < 0 ? starts.length : after
  }
}

/** @param {import('oxc-parser').Program} program */
function isOnlyReExports(program) {
  const passing = program.body.filter(
    (node) => node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source),
  )
  const imports = program.body.filter((node) => node.type === 'ImportDeclaration')
  return passing.length > 0 && passing.length + imports.length === program.body.length
}

/**
 * @param {EcmaScriptModule} module
 * @param {(offset: number) => number} lineAt
 */
function defaultExportLine(module, lineAt) {
  const entry = module.staticExports
    .flatMap((statement) => statement.entries)
    .find(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default')
  return entry && lineAt(entry.start)
}

/**
 * @param {import('oxc-parser').Program} program
 * @param {EcmaScriptModule} module
 * @param {(offset: number) => number} lineAt
 */
function collect(program, module, lineAt) {
  /** @type {Reference[]} */
  const imports = []
  /** @type {Text[]} */
  const texts = []
  /** @type {Mention[]} */
  const mentions = []
  /** @type {Mention[]} */
  const attributes = []
  /** @param {unknown} specifier @param {number} start */
  const addImport = (specifier, start) => {
    if (typeof specifier === 'string') imports.push({ specifier, line: lineAt(start) })
  }
  for (const { moduleRequest } of module.staticImports) addImport(moduleRequest.value, moduleRequest.start)
  for (const { moduleRequest } of module.staticExports.flatMap(({ entries }) => entries.slice(0, 1))) {
    if (moduleRequest) addImport(moduleRequest.value, moduleRequest.start)
  }
  new Visitor({
    ImportExpression({ source }) {
      addImport(literalText(source), source.start)
    },
    TSImportType({ source }) {
      addImport(source.value, source.start)
    },
    TSExternalModuleReference({ expression }) {
      addImport(expression.value, expression.start)
    },
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type === 'Identifier' && callee.name === 'require' && first) {
        addImport(literalText(first), first.start)
      }
    },
    Literal({ value, start }) {
      if (typeof value === 'string') texts.push({ value, line: lineAt(start) })
    },
    TemplateLiteral({ quasis, start }) {
      texts.push({ value: quasis.map((part) => part.value.cooked ?? '').join('?'), line: lineAt(start) })
    },
    Identifier({ name, start }) {
      mentions.push({ name, line: lineAt(start) })
    },
    MemberExpression(node) {
      const name = memberName(node)
      if (name) mentions.push({ name, line: lineAt(node.start) })
    },
    JSXAttribute({ name, start }) {
      if (name.type === 'JSXIdentifier') attributes.push({ name: name.name, line: lineAt(start) })
    },
  }).visit(program)
  return { imports, texts, mentions, attributes }
}

/**
 * @param {import('oxc-parser').Expression | import('oxc-parser').SpreadElement} node
 * @returns {string | undefined} the text when it is fixed
 */
function literalText(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TemplateLiteral' && node.quasis.length === 1)
    return node.quasis[0]?.value.cooked ?? undefined
  return undefined
}

/**
 * @param {import('oxc-parser').MemberExpression} node
 * @returns {string | undefined} `window.colophon` for a member of the global object, `.innerHTML` for any other
 */
function memberName(node) {
  const { object, property } = node
  const name =
    property.type === 'Identifier' && !node.computed
      ? property.name
      : property.type !== 'PrivateIdentifier' && literalText(property)
  if (!name) return undefined
  return object.type === 'Identifier' && GLOBALS.has(object.name) ? `window.${name}` : `.${name}`
}
