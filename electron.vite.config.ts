import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const room = (path: string) => resolve(import.meta.dirname, path)

/**
 * Targets are pinned to the older of the two runtimes that we support (Electron 33: Node 20.18, Chromium 130);
 * left alone, electron-vite would follow the newer `electron` package.
 */
const NODE_TARGET = 'node20'
const PAGE_TARGET = 'chrome130'

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      outDir: 'out/main',
      rollupOptions: {
        input: {
          main: room('electron/main.ts'),
          'library-process': room('electron/library/process.ts'),
          'parser-process': room('electron/ingest/process.ts'),
          cli: room('electron/cli.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: room('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: room('renderer'),
    plugins: [react()],
    build: {
      target: PAGE_TARGET,
      minify: true,
      cssMinify: true,
      outDir: room('out/renderer'),
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: room('renderer/index.html') },
    },
  },
})
