import { join, resolve } from 'node:path'

/** The project's folder: every tool works on it whatever the current folder is. */
export const PROJECT = resolve(import.meta.dirname, '../..')

/**
 * @param {...string} parts
 * @returns {string} an absolute path inside the project
 */
export function inProject(...parts) {
  return join(PROJECT, ...parts)
}

/** @returns {boolean} whether we are the superuser (never on Windows) */
export function isRoot() {
  return process.getuid?.() === 0
}
