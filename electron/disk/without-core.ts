import { writeFileSync } from 'node:fs'

/**
 * Leaves this process's memory out of a core file, should it ever crash: on many systems the kernel hands cores to a service
 * that keeps them on disk, and ours would hold the key and what was read. Linux writes what this filter names (core(5)): nothing.
 * Elsewhere an unprivileged process has no such switch; macOS and Windows write no cores of applications by default.
 */
export function withoutCore(): void {
  if (process.platform !== 'linux') return
  try {
    writeFileSync('/proc/self/coredump_filter', '0')
  } catch {
    // A system that hides this file (a hardened container) writes no cores either.
  }
}
