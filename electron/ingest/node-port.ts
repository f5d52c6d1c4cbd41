import { fork } from 'node:child_process'
import type { ParserPort } from './client'
import { heapFlags } from './heap-flags'

/** What V8 prints before it gives up. */
const HEAP_FULL = /heap out of memory|Allocation failed|invalid (?:string|array) length/i
const TAIL = 4096

type NodePortOptions = {
  /** Heap in MiB; `LIMITS.parserHeap` unless given. */
  readonly heap?: number
}

/**
 * A parser process for plain Node (the command line). `entry` is the built `process.ts`. It inherits no
 * environment: nothing there is its business.
 */
export function nodePort(entry: string, options: NodePortOptions = {}): ParserPort {
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: heapFlags(options.heap),
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let tail = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-TAIL)
  })
  // A post to a process that has just died fails here; `onExit` tells of it.
  child.on('error', () => {})
  return {
    post: (message) => {
      if (child.connected) child.send(message as object, () => {})
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      child.on('close', (code, signal) => {
        listener(code ?? 1, signal === 'SIGABRT' || code === 134 || HEAP_FULL.test(tail))
      })
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
