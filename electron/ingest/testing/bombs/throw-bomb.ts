import { readdirSync, readFileSync } from 'node:fs'
import { createParser } from '../../client'
import { nodePort } from '../../node-port'
import { type Bomb, type Ending, MIB, STORY } from './bomb'

/** What a bomb came to. */
export type Blast = {
  readonly name: string
  /** How many of its articles ended how. */
  readonly endings: Readonly<Partial<Record<Ending, number>>>
  /** Picture files kept of them all. */
  readonly pictures: number
  /** How the file behind it ended. */
  readonly next: Ending
  /** From handing it over to its last answer, milliseconds; the start of the process among them. */
  readonly ms: number
  /** The most memory that its process held, MiB; 0 where the system does not tell. */
  readonly peak: number
}

/** How often a process is asked what it holds (milliseconds). */
const LOOK_EVERY = 50

/** Reads a bomb, and a file behind it, with a parser process of their own, at its real limits. */
export async function throwBomb(bomb: Bomb, entry: string): Promise<Blast> {
  const bytes = await bomb.make()
  const parser = createParser({ spawn: () => nodePort(entry) })
  const memory = watchMemory()
  const began = performance.now()
  const endings: Partial<Record<Ending, number>> = {}
  let pictures = 0
  try {
    for await (const { result } of parser.parse({ bytes, fileName: bomb.fileName })) {
      const ending = result.ok ? 'read' : result.failure.code
      endings[ending] = (endings[ending] ?? 0) + 1
      if (result.ok) pictures += result.value.pictureFiles.length
    }
    const ms = performance.now() - began
    const peak = memory.peak()
    return { name: bomb.name, endings, pictures, next: await readNext(parser), ms, peak }
  } finally {
    memory.end()
    parser.close()
  }
}

async function readNext(parser: ReturnType<typeof createParser>): Promise<Ending> {
  for await (const { result } of parser.parse({ bytes: Buffer.from(STORY), fileName: 'next.txt' })) {
    return result.ok ? 'read' : result.failure.code
  }
  throw new Error('no answer')
}

function watchMemory(): { peak: () => number; end: () => void } {
  let most = 0
  const look = () => {
    for (const pid of children()) most = Math.max(most, highWater(pid))
  }
  const timer = setInterval(look, LOOK_EVERY)
  return {
    peak: () => {
      look()
      return most / MIB
    },
    end: () => clearInterval(timer),
  }
}

/** Process ids of what this process has started, as Linux tells them. */
function children(): number[] {
  try {
    return readdirSync('/proc/self/task').flatMap((thread) =>
      readFileSync(`/proc/self/task/${thread}/children`, 'utf8')
        .trim()
        .split(/\s+/)
        .filter(Boolean)
        .map(Number),
    )
  } catch {
    // Another system, or a thread that has ended meanwhile.
    return []
  }
}

/** The most that a process has held so far (Linux's VmHWM), bytes. */
function highWater(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    // It has ended meanwhile.
    return 0
  }
}
