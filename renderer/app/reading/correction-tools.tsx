import { type ReactNode, useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { Capture } from '#domain/article/capture'
import { wordsAt } from '#domain/article/range'
import type { FalseFinding } from '#domain/corrections/correction'
import { anchorOf } from '#domain/corrections/targets'
import type { HeaderTools } from '../../features/article/header-tools'
import { CorrectionsList } from '../../features/corrections/CorrectionsList'
import { AddCredit, CreditEditor } from '../../features/corrections/CreditEditor'
import { type Correcting, ofCredit } from '../../features/corrections/correcting'
import { FactEditor } from '../../features/corrections/FactEditor'
import { FalseMenu } from '../../features/corrections/FalseMenu'
import { SourceFieldEditor } from '../../features/corrections/SourceFieldEditor'
import { SourceMenu } from '../../features/corrections/SourceMenu'
import { StatementMenu } from '../../features/corrections/StatementMenu'
import type { CreditTools } from '../../features/credits/credit-tools'
import type { SourceTools } from '../../features/sources/source-tools'
import type { SourceEntry } from './source-entries'
import type { Statements } from './use-statements'

/** The article's sources as choices, for whoever joins or moves. */
export function useSourceChoices({ entries }: Pick<Statements, 'entries'>) {
  return useMemo(() => sourceChoices(entries), [entries])
}

function sourceChoices(entries: readonly SourceEntry[]) {
  return entries.map(({ source, label, lane, unnamed }) => ({
    id: source.id,
    name: source.descriptor,
    label,
    lane,
    unnamed,
    source,
  }))
}
type SourceChoices = ReturnType<typeof sourceChoices>

/** What stands on source cards so that a reader can correct them. */
export function useSourceTools(
  correcting: Correcting,
  capture: Capture,
  sources: SourceChoices,
  onJoined: (sourceId: string) => void,
): SourceTools {
  return useMemo(
    () => ({
      field: (source, field, shown) => (
        <SourceFieldEditor correcting={correcting} capture={capture} field={field} source={source}>
          {shown}
        </SourceFieldEditor>
      ),
      menu: (source) => (
        <SourceMenu
          correcting={correcting}
          onJoined={onJoined}
          capture={capture}
          source={source}
          sources={sources}
        />
      ),
      statementMenu: (statement) => (
        <StatementMenu correcting={correcting} capture={capture} sources={sources} statement={statement} />
      ),
    }),
    [correcting, capture, sources, onJoined],
  )
}

/** What stands in the masthead: a file without a headline or a day can be given them there. */
export function useHeaderTools(correcting: Correcting, { analysis }: Capture): HeaderTools {
  return useMemo(() => {
    const tool = (field: 'headline' | 'published') => (shown: ReactNode) => (
      <FactEditor analysis={analysis} correcting={correcting} field={field} isMasthead>
        {shown}
      </FactEditor>
    )
    return { headline: tool('headline'), published: tool('published') }
  }, [correcting, analysis])
}

/** What stands in the credits so that a reader can correct them. */
export function useCreditTools(correcting: Correcting, capture: Capture): CreditTools {
  const intl = useIntl()
  return useMemo(() => {
    const { analysis, text } = capture
    const falseMenu = (finding: FalseFinding | null, name: string) => (
      <FalseMenu correcting={correcting} finding={finding} name={name} />
    )
    const placed = (kind: 'notice' | 'date', range: readonly [number, number]) => {
      const anchor = anchorOf(text, range)
      return falseMenu(anchor && { kind, anchor }, wordsAt(text, range).slice(0, NAME))
    }
    return {
      fact: (field, shown) => (
        <FactEditor analysis={analysis} correcting={correcting} field={field}>
          {shown}
        </FactEditor>
      ),
      credit: (credit, shown) => (
        <CreditEditor
          correcting={correcting}
          credit={credit}
          index={analysis.credits.indexOf(credit)}
          text={text}
        >
          {shown}
        </CreditEditor>
      ),
      isReaders: (credit) =>
        ofCredit(correcting.corrections, analysis.credits.indexOf(credit)).some(
          ({ correction }) => correction.act.kind === 'add-credit',
        ),
      addCredit: <AddCredit correcting={correcting} />,
      notice: ({ range }) => placed('notice', range),
      date: ({ range }) => placed('date', range),
      picture: (picture) => {
        const range = analysis.pictures[picture]?.range ?? null
        const name = intl.formatMessage({ id: 'corrections.picture' }, { number: picture + 1 })
        return falseMenu({ kind: 'picture', anchor: range && anchorOf(text, range), picture }, name)
      },
      list: <CorrectionsList correcting={correcting} panel="credits" />,
    }
  }, [correcting, capture, intl])
}

/** Words of a finding in its menu's name, in characters. */
const NAME = 40
