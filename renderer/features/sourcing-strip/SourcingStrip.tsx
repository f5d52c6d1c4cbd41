import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { StripBand } from '#domain/article/listing'
import { laneName } from '../../ui/lane'
import { useCssVariables } from '../../ui/use-css-variables'
import { columnCount, columnOf, drawnBands } from './columns'
import styles from './strip.module.css'

/** A source as the strip names it. */
export type StripSource = { readonly id: string; readonly label: string; readonly name: string }

export type SourcingStripProps = {
  readonly bands: readonly StripBand[]
  /** By lane. */
  readonly sources: readonly StripSource[]
  /** Who made a statement that has no lane: nobody (`none`), or someone in passing (`passing`). */
  readonly nobodyOf: (statementId: string) => 'none' | 'passing'
  /** The source (or `none`) that is lit, and the statement that is chosen. */
  readonly lit: string | null
  readonly statementId: string | null
  /** The sign of what is in sight; its custom properties `--from` and `--to` (thousandths) are set by the reader. */
  readonly sightRef: RefObject<HTMLDivElement | null>
  readonly onStatement: (statementId: string) => void
  readonly onHover: (sourceId: string | null) => void
  /** Goes to a place of the text, in thousandths of its length. */
  readonly onGo: (thousandth: number) => void
}

/**
 * The whole article as one thin picture: a column a source, a band a statement, a frame round what is in sight.
 * One stop for the Tab key; the arrow keys walk its bands.
 */
export function SourcingStrip(props: SourcingStripProps) {
  const intl = useIntl()
  const strip = useRef<HTMLDivElement>(null)
  const { sources, statementId } = props
  const bands = useMemo(() => drawnBands(props.bands, sources.length), [props.bands, sources.length])
  const [focused, setFocused] = useState(0)
  const columns = columnCount(sources.length)
  useCssVariables(strip, { '--columns': columns })
  const chosen = bands.findIndex((band) => band.attributionId === statementId)
  const stop = Math.min(chosen >= 0 ? chosen : focused, Math.max(0, bands.length - 1))

  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: bands.length - 1 }[event.key]
    const band = target === undefined ? undefined : bands[target]
    if (band === undefined || target === undefined) return
    event.preventDefault()
    setFocused(target)
    props.onStatement(band.attributionId)
    strip.current?.querySelectorAll<HTMLElement>('[data-band]')[target]?.focus()
  }
  const onPress = (event: { clientY: number; target: EventTarget }) => {
    if (event.target instanceof Element && event.target.closest('[data-band]')) return
    const box = strip.current?.getBoundingClientRect()
    if (box !== undefined && box.height > 0) props.onGo(((event.clientY - box.top) / box.height) * 1000)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div
      aria-label={intl.formatMessage({ id: 'strip.label' }, { count: props.bands.length })}
      className={styles.strip}
      onClick={onPress}
      onKeyDown={onKeyDown}
      ref={strip}
      role="group"
    >
      <div className={styles.sight} ref={props.sightRef} />
      {bands.map((band, index) => (
        <Band
          {...props}
          band={band}
          isStop={index === stop}
          key={`${band.attributionId}-${band.from}`}
          onFocus={() => setFocused(index)}
        />
      ))}
    </div>
  )
}

type BandProps = SourcingStripProps & {
  readonly band: StripBand
  readonly isStop: boolean
  readonly onFocus: () => void
}

function Band({
  band,
  isStop,
  sources,
  nobodyOf,
  lit,
  statementId,
  onStatement,
  onHover,
  onFocus,
}: BandProps) {
  const intl = useIntl()
  const button = useRef<HTMLButtonElement>(null)
  const source = band.lane === null ? undefined : sources[band.lane]
  const nobody = source === undefined ? nobodyOf(band.attributionId) : null
  const sourceId = source?.id ?? nobody ?? 'none'
  const label = useMemo(
    () =>
      source === undefined
        ? intl.formatMessage({ id: nobody === 'passing' ? 'strip.passing' : 'strip.noSource' })
        : intl.formatMessage({ id: 'strip.band' }, { label: source.label, name: source.name }),
    [intl, nobody, source],
  )
  useCssVariables(button, {
    '--from': band.from,
    '--to': band.to,
    '--column': columnOf(band.lane, sources.length),
  })
  return (
    <button
      aria-current={band.attributionId === statementId || undefined}
      aria-label={label}
      className={styles.band}
      data-band={band.attributionId}
      data-dim={(lit !== null && lit !== sourceId) || undefined}
      data-lane={laneName(band.lane)}
      data-passing={nobody === 'passing' || undefined}
      data-unnamed={band.unnamed || undefined}
      onBlur={() => onHover(null)}
      onClick={() => onStatement(band.attributionId)}
      onFocus={() => {
        onFocus()
        onHover(sourceId)
      }}
      onMouseEnter={() => onHover(sourceId)}
      onMouseLeave={() => onHover(null)}
      ref={button}
      tabIndex={isStop ? 0 : -1}
      title={label}
      type="button"
    />
  )
}
