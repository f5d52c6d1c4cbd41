import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { IntlProvider } from 'react-intl'
import type { SpokenFailure } from '#contract/define'
import type { Settings } from '#contract/settings'
import type { VaultStatus } from '#contract/vault'
import { applyAppearance } from '../client/appearance'
import { client } from '../client/client'
import { regionalLocale, resolveLocale } from '../client/locale'
import { SurroundingsContext } from '../client/settings'
import { useClientEvent } from '../client/use-event'
import { FirstRun } from '../features/first-run/FirstRun'
import { LockScreen } from '../features/lock-screen/LockScreen'
import type { Beginnings } from './beginnings'
import { ErrorBoundary } from './ErrorBoundary'
import { GATE_MESSAGES } from './messages'
import { usePainted } from './use-painted'

const importLibrary = () => import('./LibraryRoom')
const DamagedRoom = lazy(async () => ({ default: (await import('./DamagedRoom')).DamagedRoom }))
const RestoreDialog = lazy(async () => ({
  default: (await import('../features/backup/RestoreDialog')).RestoreDialog,
}))
const LibraryRoom = lazy(async () => ({ default: (await importLibrary()).LibraryRoom }))

/** The gate: which of the three screens stands here. The library's code loads when somebody unlocks. */
export function App({ beginnings }: { readonly beginnings: Beginnings }) {
  const [status, setStatus] = useState(beginnings.status)
  const [settings, setSettings] = useState(beginnings.settings)
  const language = resolveLocale(settings.locale, beginnings.systemLocale)
  useClientEvent('vault:changed', setStatus)
  useClientEvent('settings:changed', setSettings)
  useEffect(() => applyAppearance(settings, language), [settings, language])
  useEffect(() => {
    // The Korean faces are some hundred small files behind a large style sheet: only for those who read Korean.
    if (language === 'ko') void import('../ui/korean-fonts')
  }, [language])

  const change = useCallback((part: Partial<Settings>) => {
    setSettings((before) => ({ ...before, ...part }))
    void client.settings.change(part)
  }, [])
  const surroundings = useMemo(
    () => ({ settings, change, platform: beginnings.platform }),
    [settings, change, beginnings.platform],
  )
  return (
    <IntlProvider
      defaultLocale="en"
      locale={regionalLocale(language, beginnings.systemLocale)}
      messages={GATE_MESSAGES[language]}
    >
      <SurroundingsContext.Provider value={surroundings}>
        <ErrorBoundary>
          <Gate failure={beginnings.failure} onStatus={setStatus} status={status} />
        </ErrorBoundary>
      </SurroundingsContext.Provider>
    </IntlProvider>
  )
}

function Gate(props: {
  readonly status: VaultStatus
  readonly failure: Beginnings['failure']
  readonly onStatus: (status: VaultStatus) => void
}) {
  const { status, onStatus } = props
  const [damaged, setDamaged] = useState<SpokenFailure | null>(null)
  const [restoring, setRestoring] = useState<'never-yet' | 'open' | 'closed'>('never-yet')
  const onRestore = () => setRestoring('open')
  // Its code and that of dialogs come only when somebody asks for it.
  const restore =
    restoring === 'never-yet' ? null : (
      <Suspense fallback={null}>
        <RestoreDialog
          isOpen={restoring === 'open'}
          onOpenChange={(open) => setRestoring(open ? 'open' : 'closed')}
          onStatus={onStatus}
        />
      </Suspense>
    )
  switch (status.state) {
    case 'none':
      return (
        <Painted screen="first-run">
          <FirstRun
            failure={props.failure}
            onOpening={preload}
            onRestore={onRestore}
            onStatus={onStatus}
            suggestedFolder={status.suggestedFolder}
          />
          {restore}
        </Painted>
      )
    case 'locked':
      if (damaged !== null) {
        const leave = () => setDamaged(null)
        return (
          <Suspense fallback={null}>
            <DamagedRoom
              failure={damaged}
              name={status.name}
              onBack={leave}
              onStatus={(next) => {
                leave()
                onStatus(next)
              }}
            />
          </Suspense>
        )
      }
      return (
        <Painted screen="locked">
          <LockScreen
            key={status.name}
            name={status.name}
            onDamaged={setDamaged}
            onOpening={preload}
            onRestore={onRestore}
            onStatus={onStatus}
          />
          {restore}
        </Painted>
      )
    case 'unlocked':
      return (
        <Suspense fallback={null}>
          <Painted screen="library">
            <LibraryRoom name={status.name} onStatus={onStatus} />
          </Painted>
        </Suspense>
      )
  }
}

/** Starts loading the library's code while the passphrase is being stretched to a key. */
function preload(): void {
  void importLibrary()
}

function Painted(props: { readonly screen: Parameters<typeof usePainted>[0]; readonly children: ReactNode }) {
  usePainted(props.screen)
  return props.children
}
