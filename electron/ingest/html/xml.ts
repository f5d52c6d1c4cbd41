import { DOMParser } from 'linkedom'
import { type HtmlDocument, type HtmlElement, isElement } from './document'

/**
 * Parses an XML file of a container (a list of its parts, a description). Entities that the file declares are not
 * grown and nothing is fetched. What is no XML gives a document without elements.
 */
export function parseXml(xml: string): HtmlDocument {
  return new DOMParser().parseFromString(xml, 'text/xml') as unknown as HtmlDocument
}

/** All elements of this name below `root`, whatever their prefix; names are compared without it. */
export function elementsNamed(root: HtmlElement, name: string): HtmlElement[] {
  return [...root.querySelectorAll('*')].filter(
    (element) => isElement(element) && element.localName.replace(/^.*:/, '') === name,
  )
}
