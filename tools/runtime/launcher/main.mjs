/**
 * What the registry runtime starts with (`resources/default_app.asar`): opens the application folder named
 * on the command line, as the `electron` package's own default application does.
 *
 * The application's main module is awaited at top level, so that Electron's `ready` waits for an ES module
 * as it waits for a script.
 */
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

/** What Electron's own default application calls, and its types leave out. */
const undocumented =
  /** @type {{ setVersion: (version: string) => void, setAppPath: (path: string) => void }} */ (
    /** @type {unknown} */ (app)
  )

/** Electron's and Chromium's switches always carry their values after `=`, so the first plain word is ours. */
const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
const folder = named === undefined ? undefined : resolve(named)

if (folder === undefined || !statSync(join(folder, 'package.json'), { throwIfNoEntry: false })) {
  console.error('Usage: electron FOLDER, where FOLDER holds a package.json with a "main".')
  process.exit(2)
}

const root = realpathSync(folder)
const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const name = description.productName ?? description.name ?? 'Electron'
app.setName(name)
app.setDesktopName(description.desktopName ?? `${name}.desktop`)
undocumented.setVersion(description.version ?? '0.0.0')
undocumented.setAppPath(root)

try {
  await import(pathToFileURL(join(root, description.main ?? 'index.js')).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}
