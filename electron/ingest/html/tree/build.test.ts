import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { buildPage, buildXml } from './build'
import { TreeDocument, type TreeNode } from './nodes'

const LIMITS = { mostElements: 1_000, mostDepth: 20 }
const page = (html: string) => buildPage(html, LIMITS) ?? new TreeDocument()

/** Element names with what they hold, words in quotation marks. */
function outline(node: TreeNode | null): string {
  if (node === null) return ''
  if (node.localName === '') return JSON.stringify(node.textContent)
  return `${node.localName}(${node.childNodes.map(outline).join(' ')})`
}

describe('a page', () => {
  it.each([
    ['its outer elements', 'Words.', 'html(body("Words."))'],
    ['a head around what belongs there', '<title>A</title><p>B', 'html(head(title("A")) body(p("B")))'],
    ['one body, also behind its end', '<body>A</body><p>B</p>', 'html(body("A" p("B")))'],
    [
      'a body where words stand in the head',
      '<head><meta><p>A</p></head>',
      'html(head(meta()) body(p("A")))',
    ],
    [
      'one html where several are opened for several browsers',
      '<html><html><head></head><body>A</body></html>',
      'html(head() body("A"))',
    ],
    [
      'a body behind elements that stand before it',
      '<html><div>A</div><body><p>B</p></body></html>',
      'html(body(div("A") p("B")))',
    ],
  ])('has %s', (_, html, expected) => {
    expect(outline(page(html).documentElement)).toBe(expected)
  })

  it('keeps the attributes of all its outer elements, the first of each name', () => {
    const root = page('<p>A<html lang="ko" class="a"><html lang="en" id="b">').documentElement
    expect(root?.attributes).toEqual([
      ['lang', 'ko'],
      ['class', 'a'],
      ['id', 'b'],
    ])
    expect(page('<p CLASS="a" class="b">').querySelector('p')?.className).toBe('a')
  })

  it('is refused as soon as it has more elements than it may', () => {
    expect(buildPage('<i>'.repeat(1_000), LIMITS)).not.toBeNull()
    expect(buildPage('<i>'.repeat(1_001), LIMITS)).toBeNull()
  })

  it('keeps what is too deep beside what holds it, in its order', () => {
    const { body } = page(`${'<div>'.repeat(100)}<p>A</p>B<p>C</p>`)
    let deepest = 0
    for (const element of body?.querySelectorAll('*') ?? []) {
      let depth = 0
      for (let at = element.parentElement; at !== null; at = at.parentElement) depth += 1
      deepest = Math.max(deepest, depth)
    }
    // `html` and `body`, which the page leaves out, are not counted.
    expect(deepest).toBe(LIMITS.mostDepth + 2)
    expect(body?.textContent).toBe('ABC')
  })

  it('does not grow with an element of too many attributes', () => {
    const many = Array.from({ length: 5_000 }, (_, number) => `a${number}`).join(' ')
    expect(page(`<p ${many}>A`).querySelector('p')?.attributes.length).toBe(256)
  })
})

describe('a tree', () => {
  it('answers selectors, but not for what stands in a template', () => {
    const tree = page('<ul class="a b"><li id="x">A<template><li>B</li></template></li><li>C</li></ul>')
    expect(tree.querySelectorAll('li, p').map((element) => element.textContent)).toEqual(['AB', 'C'])
    expect(tree.querySelector('.b > li + li')?.textContent).toBe('C')
    expect(tree.querySelector('#x')?.closest('[class~="a"]')?.localName).toBe('ul')
    expect(tree.querySelector('table')).toBeNull()
  })

  it('answers for what is there after something was taken out', () => {
    const tree = page('<div><p>A</p><p>B</p><p>C</p></div>')
    tree.querySelector('p + p')?.remove()
    expect(tree.querySelector('p + p')?.textContent).toBe('C')
    expect(outline(tree.body)).toBe('body(div(p("A") p("C")))')
  })

  it('of XML keeps names as they are written, and grows no entity of the file', () => {
    const xml = '<!DOCTYPE a [<!ENTITY b "grown">]><dc:Book opf:Role="aut"><![CDATA[<i>]]>&b;</dc:Book>'
    const tree = buildXml(xml, LIMITS)
    const book = tree?.documentElement
    expect(book?.localName).toBe('dc:Book')
    expect(book?.getAttribute('opf:Role')).toBe('aut')
    expect(book?.textContent).toBe('<i>&b;')
  })

  it('has the elements and the words that linkedom finds in the same body', () => {
    const name = fc.constantFrom(
      'p',
      'div',
      'b',
      'ul',
      'li',
      'td',
      'br',
      'img',
      'h2',
      'svg',
      'template',
      'script',
    )
    const piece = fc.oneof(
      name.map((tag) => `<${tag} class="c" title="&lt;a">`),
      name.map((tag) => `</${tag}>`),
      fc.constantFrom('words', ' ', '&amp;', '&nbsp;', '<!-- p -->', '<', '"'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const html = `<html><head></head><body>${pieces.join('')}</body></html>`
        const theirs = parseHTML(html).document
        const ours = page(html)
        const selectors = ['*', 'li', 'div p, td', '[title*="A" i]', 'p ~ p', 'ul > li.c']
        for (const selector of selectors) {
          expect(ours.body?.querySelectorAll(selector).map(({ localName }) => localName)).toEqual(
            [...(theirs.body.querySelectorAll(selector) as Iterable<Element>)].map(
              ({ localName }) => localName,
            ),
          )
        }
        expect(ours.body?.textContent).toBe(theirs.body.textContent)
      }),
    )
  })
})
