import type { VaultStatus } from '#contract/vault'
import { AboutDialog } from '../features/about/AboutDialog'
import { BackupDialog } from '../features/backup/BackupDialog'
import { RestoreDialog } from '../features/backup/RestoreDialog'
import { GoToDialog } from '../features/go-to/GoToDialog'
import { JournalDialog } from '../features/journal/JournalDialog'
import { KeysDialog } from '../features/keys/KeysDialog'
import type { LibraryPages } from '../features/library-list/use-library-pages'
import { SettingsDialog } from '../features/settings/SettingsDialog'
import { VaultKeysDialog } from '../features/vault-keys/VaultKeysDialog'
import { CheckDialog } from '../features/verify/CheckDialog'
import type { DialogName, DialogState } from './use-dialogs'

/** The windows in the window. */
export function Dialogs(props: {
  readonly dialogs: DialogState
  readonly pages: LibraryPages
  readonly libraryName: string
  readonly onOpenArticle: (articleId: string) => void
  readonly onLock: () => void
  readonly onStatus: (status: VaultStatus) => void
}) {
  const { dialogs, pages } = props
  const of = (name: DialogName) => ({
    isOpen: dialogs.open === name,
    onOpenChange: dialogs.onOpenChange(name),
  })
  const openFromDialog = (articleId: string) => {
    if (dialogs.open) dialogs.onOpenChange(dialogs.open)(false)
    props.onOpenArticle(articleId)
  }
  return (
    <>
      <SettingsDialog {...of('settings')} />
      <VaultKeysDialog {...of('vault-keys')} libraryName={props.libraryName} />
      <KeysDialog {...of('keys')} />
      <AboutDialog {...of('about')} />
      <JournalDialog
        {...of('journal')}
        onOpenArticle={openFromDialog}
        titleOf={(articleId) => pages.rows.find((row) => row.id === articleId)?.title ?? null}
      />
      <CheckDialog
        {...of('check')}
        libraryName={props.libraryName}
        onClosed={props.onLock}
        onOpenArticle={openFromDialog}
      />
      <BackupDialog {...of('back-up')} />
      <RestoreDialog {...of('restore')} onStatus={props.onStatus} />
      <GoToDialog {...of('go-to')} onOpenArticle={openFromDialog} recent={pages.rows} />
    </>
  )
}
