import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { ShellCommand } from '#contract/shell'
import type { MenuWords } from './menu-words'

type Send = (command: ShellCommand) => void

/**
 * The native menu: File, Edit, View, Go, Library, Window, Help. While the vault is locked only what makes sense there is
 * enabled. Single letters (`h`, `n`, `[`) belong to the page, which knows whether somebody is typing.
 */
export function setMenu(words: MenuWords, unlocked: boolean, send: Send): void {
  const item = (label: string, command: ShellCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    enabled: unlocked,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const always = (label: string, command: ShellCommand, accelerator?: string) => ({
    ...item(label, command, accelerator),
    enabled: true,
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      fileMenu(words, item, always),
      editMenu(words, item),
      viewMenu(words, item, always),
      goMenu(words, item),
      libraryMenu(words, item),
      {
        label: words.window,
        submenu: [
          { role: 'minimize', label: words.minimize },
          { role: 'close', label: words.close },
        ],
      },
      {
        label: words.help,
        submenu: [always(words.keys, 'keys', 'F1'), always(words.about, 'about')],
      },
    ]),
  )
}

type Item = (label: string, command: ShellCommand, accelerator?: string) => MenuItemConstructorOptions
const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

function fileMenu(words: MenuWords, item: Item, always: Item): MenuItemConstructorOptions {
  return {
    label: words.file,
    submenu: [
      item(words.importFiles, 'import-files', 'CmdOrCtrl+O'),
      item(words.importFolder, 'import-folder', 'CmdOrCtrl+Shift+O'),
      item(words.importClipboard, 'import-clipboard', 'CmdOrCtrl+Shift+V'),
      item(words.export, 'export', 'CmdOrCtrl+E'),
      SEPARATOR,
      always(words.settings, 'settings', 'CmdOrCtrl+,'),
      item(words.vaultKeys, 'vault-keys'),
      SEPARATOR,
      item(words.lock, 'lock', 'CmdOrCtrl+L'),
      { role: 'quit', label: words.quit },
    ],
  }
}

function editMenu(words: MenuWords, item: Item): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      item(words.undo, 'undo', 'CmdOrCtrl+Z'),
      item(words.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
      SEPARATOR,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
      SEPARATOR,
      item(words.highlight, 'highlight', 'Alt+1'),
      item(words.underline, 'underline', 'Alt+2'),
      item(words.note, 'note', 'Alt+3'),
      SEPARATOR,
      item(words.find, 'find', 'CmdOrCtrl+F'),
    ],
  }
}

function viewMenu(words: MenuWords, item: Item, always: Item): MenuItemConstructorOptions {
  return {
    label: words.view,
    submenu: [
      item(words.library, 'toggle-library'),
      item(words.colophon, 'toggle-colophon'),
      SEPARATOR,
      item(words.sources, 'show-sources', 'CmdOrCtrl+1'),
      item(words.credits, 'show-credits', 'CmdOrCtrl+2'),
      item(words.notes, 'show-notes', 'CmdOrCtrl+3'),
      SEPARATOR,
      always(words.larger, 'text-larger', 'CmdOrCtrl+Plus'),
      always(words.smaller, 'text-smaller', 'CmdOrCtrl+-'),
      always(words.normal, 'text-normal', 'CmdOrCtrl+0'),
      SEPARATOR,
      { role: 'togglefullscreen', label: words.fullScreen },
    ],
  }
}

function goMenu(words: MenuWords, item: Item): MenuItemConstructorOptions {
  return {
    label: words.go,
    submenu: [
      item(words.goTo, 'go-to-anything', 'CmdOrCtrl+K'),
      SEPARATOR,
      item(words.nextArticle, 'next-article', 'Alt+Down'),
      item(words.previousArticle, 'previous-article', 'Alt+Up'),
      SEPARATOR,
      item(words.nextStatement, 'next-statement'),
      item(words.previousStatement, 'previous-statement'),
    ],
  }
}

function libraryMenu(words: MenuWords, item: Item): MenuItemConstructorOptions {
  return {
    label: words.libraryMenu,
    submenu: [
      item(words.searchLibrary, 'search-library', 'CmdOrCtrl+Shift+F'),
      item(words.journal, 'journal'),
      item(words.checkLibrary, 'check-library'),
      SEPARATOR,
      item(words.backUp, 'back-up'),
      item(words.restore, 'restore'),
    ],
  }
}
