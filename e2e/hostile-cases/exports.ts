import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import MarkdownIt from 'markdown-it'
import type { Colophon } from '../fixtures'
import type { ReadingRoom } from '../pages/reading-room'

/** Exports every article as Markdown into `folder`; returns what was written, by file name. */
export async function exportEvery(
  colophon: Colophon,
  room: ReadingRoom,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  await colophon.chooseInDialogs([folder])
  const code = await room.page.evaluate(async () => {
    const articleIds: string[] = []
    for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
      const answer = await window.colophon.articles.list({ after, limit: 500 })
      if (!answer.ok) return answer.failure.code
      articleIds.push(...answer.value.rows.map(({ id }) => id))
      after = answer.value.next
    }
    const written = await window.colophon.exporting.write({ articleIds, format: 'md', overwrite: false })
    return written.ok ? null : written.failure.code
  })
  if (code !== null) throw new Error(`the export failed: ${code}`)
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** Markdown as a program shows it that trusts it: markup in it is markup, and every address is an address. */
export function asTrustingPage(markdown: readonly string[]): string {
  const trusting = new MarkdownIt({ html: true, linkify: false })
  trusting.validateLink = () => true
  const body = markdown.map((text) => trusting.render(text.replace(/^---\n.*?\n---\n/s, ''))).join('<hr>')
  return `<!doctype html><meta charset="utf-8"><title>Exported</title>${body}`
}
