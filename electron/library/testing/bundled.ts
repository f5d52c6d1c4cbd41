import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/**
 * Bundles a TypeScript program of ours into `folder`, as the application's own are, so that a test can run it as a process of
 * its own, and kill it. Native modules stay outside. Returns the program's path.
 */
export async function bundled(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: entry, outDir: folder, target: 'node20', minify: false },
    ssr: { noExternal: true, external: ['@signalapp/sqlcipher', 'sodium-native'] },
  })
  const program = readdirSync(folder).find((name) => name.endsWith('.js') || name.endsWith('.mjs'))
  if (program === undefined) throw new Error(`nothing was built from ${entry}`)
  return join(folder, program)
}
