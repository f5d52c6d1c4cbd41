import { LIMITS } from '../limits'
import type { HtmlDocument, HtmlElement, HtmlParent } from './document'
import { buildXml } from './tree/build'
import { TreeDocument } from './tree/nodes'

/**
 * Parses an XML file of a container (a list of its parts, a description). Entities that the file declares are not
 * grown and nothing is fetched. What is no XML, or has more than `LIMITS.elements`, gives a document without elements.
 */
export function parseXml(xml: string): HtmlDocument {
  const { elements: mostElements, elementDepth: mostDepth } = LIMITS
  return buildXml(xml, { mostElements, mostDepth }) ?? new TreeDocument()
}

/** All elements of this name below `root`, whatever their prefix; names are compared without it. */
export function elementsNamed(root: HtmlParent, name: string): HtmlElement[] {
  return [...root.querySelectorAll('*')].filter((element) => element.localName.replace(/^.*:/, '') === name)
}
