import { FormattedMessage, useIntl } from 'react-intl'
import { useSurroundings } from '../../client/settings'
import { Choice } from '../../ui/Choice'
import { Dialog } from '../../ui/Dialog'
import { Slider } from '../../ui/Slider'
import { Switch } from '../../ui/Switch'
import { COLUMN_WIDTH, LINE_HEIGHT, LOCK_CHOICES, lockChoiceOf, minutesOf, TEXT_SIZE } from './bounds'
import styles from './settings.module.css'

const THEMES = ['system', 'light', 'dark', 'sepia'] as const
const LOCALES = ['system', 'en', 'ko'] as const
const FACES = ['serif', 'sans'] as const

export type SettingsDialogProps = {
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** How the window looks, how articles are set, when the library locks. Everything holds at once. */
export function SettingsDialog(props: SettingsDialogProps) {
  const intl = useIntl()
  return (
    <Dialog {...props} size="large" title={intl.formatMessage({ id: 'settings.title' })}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Window />
          <Safety />
        </div>
        <Reading />
      </div>
    </Dialog>
  )
}

function Window() {
  const intl = useIntl()
  const { settings, change } = useSurroundings()
  const say = (id: string) => intl.formatMessage({ id })
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{say('settings.window')}</h3>
      <Choice
        label={say('settings.theme')}
        onChange={(theme) => change({ theme })}
        options={THEMES.map((value) => ({ value, label: say(`settings.theme-${value}`) }))}
        value={settings.theme}
      />
      <Choice
        label={say('settings.locale')}
        onChange={(locale) => change({ locale })}
        options={LOCALES.map((value) => ({ value, label: say(`settings.locale-${value}`) }))}
        value={settings.locale}
      />
    </section>
  )
}

function Safety() {
  const intl = useIntl()
  const { settings, change, platform } = useSurroundings()
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>
        <FormattedMessage id="settings.safety" />
      </h3>
      <Choice
        label={intl.formatMessage({ id: 'settings.lock-after' })}
        onChange={(choice) => change({ lockAfterMinutes: minutesOf(choice) })}
        options={LOCK_CHOICES.map((value) => ({
          value,
          label:
            value === 'never'
              ? intl.formatMessage({ id: 'settings.lock-never' })
              : intl.formatMessage({ id: 'settings.minutes' }, { minutes: Number(value) }),
        }))}
        value={lockChoiceOf(settings.lockAfterMinutes)}
      />
      <p className={styles.hint}>
        <FormattedMessage
          id={settings.lockAfterMinutes === null ? 'settings.never-what' : 'settings.lock-what'}
        />
      </p>
      <Switch isOn={settings.coverWhenAway} onChange={(coverWhenAway) => change({ coverWhenAway })}>
        {intl.formatMessage({ id: 'settings.cover' })}
      </Switch>
      {platform === 'linux' ? null : <Screenshots />}
    </section>
  )
}

/** Only where the system can keep a window out of pictures of the screen. */
function Screenshots() {
  const intl = useIntl()
  const { settings, change } = useSurroundings()
  return (
    <>
      <Switch isOn={settings.allowScreenshots} onChange={(allowScreenshots) => change({ allowScreenshots })}>
        {intl.formatMessage({ id: 'settings.screenshots' })}
      </Switch>
      <p className={styles.hint}>
        <FormattedMessage id="settings.screenshots-what" />
      </p>
    </>
  )
}

function Reading() {
  const intl = useIntl()
  const { settings, change } = useSurroundings()
  const say = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values)
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{say('settings.reading')}</h3>
      <div aria-hidden="true" className={styles.specimen}>
        <p className={styles.sample}>{say('settings.specimen')}</p>
      </div>
      <Choice
        label={say('settings.face')}
        onChange={(face) => change({ face })}
        options={FACES.map((value) => ({ value, label: say(`settings.face-${value}`) }))}
        value={settings.face}
      />
      <Slider
        {...TEXT_SIZE}
        label={say('settings.text-size')}
        onChange={(textSize) => change({ textSize })}
        text={say('settings.pixels', { size: settings.textSize })}
        value={settings.textSize}
      />
      <Slider
        {...LINE_HEIGHT}
        label={say('settings.line-height')}
        onChange={(lineHeight) => change({ lineHeight: Math.round(lineHeight * 100) / 100 })}
        text={intl.formatNumber(settings.lineHeight, { minimumFractionDigits: 2 })}
        value={settings.lineHeight}
      />
      <Slider
        {...COLUMN_WIDTH}
        label={say('settings.column-width')}
        onChange={(columnWidth) => change({ columnWidth })}
        text={say('settings.characters', { characters: settings.columnWidth })}
        value={settings.columnWidth}
      />
      <Switch isOn={settings.justify} onChange={(justify) => change({ justify })}>
        {say('settings.justify')}
      </Switch>
    </section>
  )
}
