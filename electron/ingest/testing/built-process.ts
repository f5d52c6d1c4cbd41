import { resolve } from 'node:path'
import { build } from 'vite'

const ROOT = resolve(import.meta.dirname, '../../..')

/** Builds an entry of the parser process as the application builds it, into `folder/name`. */
export async function buildProcess(entry: string, folder: string, name: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(ROOT, entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: name } },
    },
    ssr: { noExternal: true },
  })
}
