import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/**
 * Builds programs of ours (name and TypeScript entry, absolute) as the application's own processes are built, so that a test can
 * run them as processes of their own, and kill them. Returns the folder, in which each is `NAME.js`: inside the project, where
 * native modules are found.
 */
export async function bundled(programs: Readonly<Record<string, string>>, folder: string): Promise<string> {
  const outDir = join(ROOT, 'out', 'test', folder)
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      rollupOptions: { input: programs, output: { format: 'es', entryFileNames: '[name].js' } },
    },
  })
  return outDir
}
