import type { VaultStatus } from '#contract/vault'
import { client, settled } from '../client/client'
import { useCommand } from '../client/commands'
import { useSurroundings } from '../client/settings'
import type { Importing } from '../features/import-panel/use-import'
import { TEXT_SIZE, textSizeAfter } from '../features/settings/bounds'
import type { DialogState } from './use-dialogs'

/** Answers the commands that belong to the window rather than to a pane. */
export function useShellCommands(room: {
  readonly importing: Importing
  readonly dialogs: DialogState
  readonly onStatus: (status: VaultStatus) => void
}): void {
  const { importing, dialogs, onStatus } = room
  const { settings, change } = useSurroundings()
  const resize = (delta: 1 | -1) => change({ textSize: textSizeAfter(settings.textSize, delta) })
  useCommand('import-files', () => importing.choose('files'))
  useCommand('import-folder', () => importing.choose('folder'))
  useCommand('settings', () => dialogs.show('settings'))
  useCommand('vault-keys', () => dialogs.show('vault-keys'))
  useCommand('keys', () => dialogs.show('keys'))
  useCommand('about', () => dialogs.show('about'))
  useCommand('back-up', () => dialogs.show('back-up'))
  useCommand('restore', () => dialogs.show('restore'))
  useCommand('journal', () => dialogs.show('journal'))
  useCommand('check-library', () => dialogs.show('check'))
  useCommand('go-to-anything', () => dialogs.show('go-to'))
  useCommand('text-larger', () => resize(1))
  useCommand('text-smaller', () => resize(-1))
  useCommand('text-normal', () => change({ textSize: TEXT_SIZE.normal }))
  useCommand('lock', async () => {
    const answer = await settled(client.vault.lock())
    if (answer.ok) onStatus(answer.value)
  })
}
