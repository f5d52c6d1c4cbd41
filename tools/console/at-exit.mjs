/** What is to be cleared away when this process ends, however it ends short of being killed. */

/** @type {Set<() => void>} */
const pending = new Set()

/**
 * @param {() => void} clear runs once: when the returned function is called, or at the process's end
 * @returns {() => void} clears away now
 */
export function atExit(clear) {
  if (pending.size === 0) process.once('exit', clearAll)
  pending.add(clear)
  return () => {
    if (pending.delete(clear)) clear()
    if (pending.size === 0) process.removeListener('exit', clearAll)
  }
}

function clearAll() {
  for (const clear of pending) clear()
  pending.clear()
}
