/** The application's own modules, for measures that are nearer to them than the command line is: here there is no TypeScript. */
import { basename, join } from 'node:path'
import { build } from 'vite'
import { inProject } from '../console/project.mjs'

/**
 * Bundles modules as the application's own are, and imports them.
 *
 * @param {string} name of the measure
 * @param {readonly string[]} paths of TypeScript modules in the project
 * @returns {Promise<any>} everything that they export, by name
 */
export async function loadModules(name, paths) {
  // Inside the project, where the native modules are found.
  const outDir = inProject(`out/bench/${name}`)
  const input = Object.fromEntries(paths.map((path) => [basename(path, '.ts'), inProject(path)]))
  await build({
    configFile: false,
    logLevel: 'error',
    root: inProject('.'),
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { input, output: { entryFileNames: '[name].mjs' } },
    },
    ssr: { noExternal: true, external: ['@signalapp/sqlcipher', 'sodium-native'] },
  })
  const modules = await Promise.all(Object.keys(input).map((module) => import(join(outDir, `${module}.mjs`))))
  return Object.assign({}, ...modules)
}

/**
 * @param {() => Promise<void>} work
 * @returns {Promise<number>} milliseconds
 */
export async function timed(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/**
 * @template T
 * @param {{ ok: true, value: T } | { ok: false, failure: { code: string } }} result
 * @returns {T}
 */
export function succeeded(result) {
  if (result.ok) return result.value
  throw new Error(result.failure.code)
}
