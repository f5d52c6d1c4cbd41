import { z } from 'zod'
import { method } from './define'

/** What the menu asks of the page. The page decides what it means where the person is. */
export const SHELL_COMMANDS = [
  'import-files',
  'import-folder',
  'import-clipboard',
  'export',
  'lock',
  'settings',
  'vault-keys',
  'keys',
  'about',
  'undo',
  'redo',
  'find',
  'go-to-anything',
  'search-library',
  'next-article',
  'previous-article',
  'next-statement',
  'previous-statement',
  'highlight',
  'underline',
  'note',
  'toggle-library',
  'toggle-colophon',
  'show-sources',
  'show-credits',
  'show-notes',
  'text-larger',
  'text-smaller',
  'text-normal',
  'journal',
  'check-library',
  'back-up',
  'restore',
] as const
export const shellCommand = z.enum(SHELL_COMMANDS)
export type ShellCommand = z.output<typeof shellCommand>

export const shell = {
  about: method(
    'always',
    z.void(),
    z.object({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      /** True when this runs on the registry runtime, which is for development and tests only. */
      developmentRuntime: z.boolean(),
      /** BCP 47 language of the system. */
      systemLocale: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
    }),
  ),
  /** Shows the address and asks; only https is ever opened, and only in the system's own browser. */
  'open-external': method('unlocked', z.object({ url: z.string().max(4096) }), z.boolean()),
  /**
   * Puts text on the clipboard; it is cleared after ten seconds if it is still ours. Also before a vault is open:
   * the six words offered at first run are copied in the same way.
   */
  copy: method('always', z.object({ text: z.string().max(5_000_000) }), z.null()),
  /** Pastes where the focus is: the page takes what is on the clipboard out of that, and cannot read it at other times. */
  paste: method('unlocked', z.void(), z.null()),
  /** Answers `vault:locking`: what was being typed is kept, the page may end. */
  'ready-to-lock': method('always', z.void(), z.null()),
}
