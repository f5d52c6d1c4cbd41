import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AnalyzeLine, ExtractLine } from '#contract/command-line'
import type { CaptureDraft } from '#domain/article/capture'
import { failure } from '#domain/failure'
import { failed, type Result } from '#domain/result'
import { draftOf } from '../ingest/draft'
import { LIMITS } from '../ingest/limits'
import { readBytes } from '../ingest/read-bytes'
import { failureOfRead } from '../library/file-failure'
import type { Command, Given } from './command'
import { type Console, EXIT, type ExitCode, speak } from './console'

/** `extract`: files read without a vault, as text, headline and credits. */
export const extract: Command = {
  usage: 'extract --jsonl FILE...',
  least: 1,
  most: null,
  options: {},
  run: (given, console) => eachFile(given, console, extractLine),
}

/** `analyze`: files read without a vault, as sources, attributions, notices, credits and dates. */
export const analyze: Command = {
  usage: 'analyze --jsonl FILE...',
  least: 1,
  most: null,
  options: {},
  run: (given, console) => eachFile(given, console, analyzeLine),
}

async function eachFile(
  given: Given,
  console: Console,
  line: (file: string, draft: CaptureDraft) => unknown,
): Promise<ExitCode> {
  const values: unknown[] = []
  let code: ExitCode = EXIT.done
  for (const file of given.positionals) {
    const draft = await readDraft(file)
    if (!draft.ok) {
      console.error(speak(draft.failure))
      code = EXIT.failed
    } else if (given.json) values.push(line(file, draft.value))
    else console.out(JSON.stringify(line(file, draft.value)))
  }
  if (given.json) console.out(JSON.stringify(values))
  return code
}

/** Reads one file as the parser process would. There is no vault and no key here, so no second process is needed. */
async function readDraft(file: string): Promise<Result<CaptureDraft>> {
  const name = basename(file)
  try {
    const { size } = await stat(file)
    if (size > LIMITS.input) {
      return failed(failure('file-too-large', { file: name, found: size, limit: LIMITS.input }))
    }
    const reading = readBytes(await readFile(file), name)
    return reading.ok ? { ok: true, value: draftOf(reading.value) } : reading
  } catch (error) {
    return failed(failureOfRead(error, name))
  }
}

export function extractLine(file: string, draft: CaptureDraft): ExtractLine {
  const { analysis } = draft
  const { facts } = analysis
  return {
    file,
    title: facts.headline?.value ?? null,
    authors: analysis.credits.filter((credit) => credit.role === 'author').map((credit) => credit.name),
    published: facts.published?.value ?? null,
    language: facts.language?.value ?? null,
    publisher: facts.publisher?.value ?? null,
    credits: [...analysis.credits],
    pictures: [...analysis.pictures],
    contact: facts.contact?.value ?? null,
    alternates: [...facts.alternates],
    text: draft.text,
    blocks: draft.blocks.map((block, index) => ({ ...block, role: analysis.blockRoles[index] ?? 'story' })),
  }
}

export function analyzeLine(file: string, draft: CaptureDraft): AnalyzeLine {
  const { attributions, sources, notices, credits, pictures, dates } = draft.analysis
  return { file, text: draft.text, attributions, sources, notices, credits, pictures, dates } as AnalyzeLine
}
