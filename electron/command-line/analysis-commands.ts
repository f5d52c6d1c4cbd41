import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { AnalyzeLine, ExplainedLine, ExtractLine } from '#contract/command-line'
import type { Feature } from '#domain/analysis/attribution/why'
import { authorNames } from '#domain/analysis/authors'
import { explain } from '#domain/analysis/explain'
import type { CaptureDraft } from '#domain/article/capture'
import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { withVisibleControls } from '#domain/visible-controls'
import { LIMITS } from '../ingest/limits'
import type { Member } from '../ingest/member'
import { draftsOf } from '../ingest/read-file'
import { createCompanions } from '../library/companions'
import { failureOfRead } from '../library/file-failure'
import { bodyText } from './body-text'
import type { Command, Given } from './command'
import { type Console, EXIT, type ExitCode, speak } from './console'

/**
 * `extract`: files read without a vault, as text, headline and credits. That a file holds no article is an answer too: a
 * line without text, so that one list page does not spoil a run over a thousand.
 */
export const extract: Command = {
  usage: 'extract --jsonl FILE...',
  least: 1,
  most: null,
  options: {},
  run: (given, console) => eachFile(given, console, extractLine, noArticleLine),
}

/**
 * `analyze`: files read without a vault, as sources, attributions, notices, credits and dates. With `--explain` also the
 * rule or the feature of the model that each finding comes from, for a person unless JSON is asked for.
 */
export const analyze: Command = {
  usage: 'analyze [--explain] --jsonl FILE...',
  least: 1,
  most: null,
  options: { explain: { type: 'boolean' } },
  run: (given, console) => {
    if (!given.flag('explain')) return eachFile(given, console, analyzeLine)
    const isForPerson = !given.json && !given.jsonl
    return eachFile(given, console, isForPerson ? explanationForPerson : explainedLine)
  },
}

async function eachFile(
  given: Given,
  console: Console,
  line: (file: string, draft: CaptureDraft) => unknown,
  noArticle?: (file: string) => unknown,
): Promise<ExitCode> {
  const values: unknown[] = []
  let code: ExitCode = EXIT.done
  const say = (value: unknown) => {
    if (given.json) values.push(value)
    else console.out(typeof value === 'string' ? value : JSON.stringify(value))
  }
  for (const file of given.positionals) {
    for await (const { result } of readDrafts(file)) {
      if (result.ok) {
        say(line(file, result.value))
        continue
      }
      console.error(speak(result.failure))
      if (noArticle !== undefined && result.failure.code === 'file-not-an-article') say(noArticle(file))
      else code = EXIT.failed
    }
  }
  if (given.json) console.out(JSON.stringify(values))
  return code
}

/**
 * The articles of one file, read as the parser process would. There is no vault and no key here, so no second process is
 * needed.
 */
async function* readDrafts(file: string): AsyncGenerator<Pick<Member<CaptureDraft>, 'result'>> {
  const fileName = basename(file)
  try {
    const { size } = await stat(file)
    if (size > LIMITS.input) {
      yield {
        result: failed(failure('file-too-large', { file: fileName, found: size, limit: LIMITS.input })),
      }
      return
    }
    const beside = await createCompanions()(resolve(file))
    yield* draftsOf({ bytes: await readFile(file), fileName, ...(beside === undefined ? {} : { beside }) })
  } catch (error) {
    yield { result: failed(failureOfRead(error, fileName)) }
  }
}

/** A line of `extract` for a file that holds an article. */
type ArticleLine = ExtractLine & { readonly text: string }

export function extractLine(file: string, draft: CaptureDraft): ArticleLine {
  const { analysis } = draft
  const { facts } = analysis
  const body = bodyText(draft)
  return {
    file,
    title: facts.headline?.value ?? null,
    authors: authorNames(analysis),
    published: facts.published?.value ?? null,
    language: facts.language?.value ?? null,
    publisher: facts.publisher?.value ?? null,
    credits: analysis.credits.map((credit) => ({
      ...credit,
      range: body.at(credit.range),
      lineRange: body.at(credit.lineRange),
    })),
    pictures: analysis.pictures.map((picture) => ({ ...picture, range: body.at(picture.range) })),
    contact: facts.contact?.value ?? null,
    alternates: [...facts.alternates],
    text: body.text,
    blocks: [...body.blocks],
  }
}

function noArticleLine(file: string): ExtractLine {
  return {
    file,
    title: null,
    authors: [],
    published: null,
    language: null,
    publisher: null,
    credits: [],
    pictures: [],
    contact: null,
    alternates: [],
    text: null,
    blocks: [],
  }
}

export function analyzeLine(file: string, draft: CaptureDraft): AnalyzeLine {
  const { attributions, sources, notices, credits, pictures, dates } = draft.analysis
  return { file, text: draft.text, attributions, sources, notices, credits, pictures, dates } as AnalyzeLine
}

/** A line of `analyze` with where each finding comes from. */
export function explainedLine(file: string, draft: CaptureDraft): ExplainedLine {
  return {
    ...analyzeLine(file, draft),
    explained: explain(draft).map((each) => ({ ...each, features: [...each.features] })),
  }
}

/** Units of the article shown for one finding. */
const WORDS_SHOWN = 72

/**
 * One line a finding: what it is, the rule it comes from, where it stands, its words; under a learned one the features of the
 * model that carried it, with their weights.
 */
export function explanationForPerson(file: string, draft: CaptureDraft): string {
  const explained = explain(draft)
  const rows = explained.map(({ finding, of, rule, range, words }) => {
    const name = `${finding} ${typeof of === 'number' ? of + 1 : of}`
    const place = range === null ? 'metadata' : `${range[0]}-${range[1]}`
    return [name, rule, place, shortened(words ?? '')]
  })
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.flatMap((row, index) => [
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '),
    ...(explained[index]?.features ?? []).map(featureLine),
  ])
  const { engine, pack } = draft.analysis
  const head = `${file} (engine ${engine}, language pack ${pack ?? 'none'})`
  return [head, ...lines.map((line) => `  ${line}`.trimEnd()), ''].join('\n')
}

function featureLine({ about, name, weight }: Feature): string {
  const sign = weight < 0 ? '' : '+'
  return `    ${about.padEnd(7)}  ${`${sign}${weight.toFixed(2)}`.padStart(6)}  ${shortened(name)}`
}

function shortened(words: string): string {
  const line = withVisibleControls(words.replaceAll(/\s+/g, ' '))
  return line.length <= WORDS_SHOWN ? line : `${line.slice(0, WORDS_SHOWN - 1)}…`
}
