import { contains } from '../article/range'
import type { Analysis, Credit } from './findings'

/**
 * Whom an article names as its authors, in order, once each: its authors and correspondents, and the wire services that
 * its byline or its metadata names beside or in place of them. A wire service of the dateline alone is none.
 */
export function authorNames({ byline, credits }: Pick<Analysis, 'byline' | 'credits'>): string[] {
  const isAuthor = ({ role, name, range }: Credit) => {
    if (role === 'author' || role === 'correspondent') return true
    if (role !== 'agency' || byline === null) return false
    return byline.range === null || range === null
      ? byline.words.includes(name)
      : contains(byline.range, range)
  }
  return [...new Set(credits.filter(isAuthor).map(({ name }) => name))]
}
