import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { NoteColor, NoteStyle } from '#domain/annotation/note'
import { type Range, trimmed } from '#domain/article/range'
import { client, settled } from '../../client/client'
import { useCommand } from '../../client/commands'
import type { TextSelection } from '../../features/article/use-selection'
import { useToast } from '../../ui/toast'
import type { ArticlePaneProps } from './article-pane-props'

export type Marking = {
  /** The colour used last. */
  readonly color: NoteColor
  readonly mark: (style: NoteStyle, color: NoteColor) => void
  /** Marks and opens the note's editor. */
  readonly write: () => void
  readonly copy: () => void
}

type Input = Pick<
  ArticlePaneProps,
  'opened' | 'notes' | 'choice' | 'statements' | 'article' | 'onWriteNote'
> & {
  readonly selection: TextSelection | null
  readonly selectedNow: () => TextSelection | null
  readonly clearSelection: () => void
}

/** Marking words: the selected ones; without a selection the chosen statement, or the paragraph that has focus. */
export function useMarking(input: Input): Marking {
  const intl = useIntl()
  const toast = useToast()
  const { opened, notes, selection, clearSelection } = input
  const [color, setColor] = useState<NoteColor>('yellow')

  const add = async (style: NoteStyle, wanted: NoteColor) => {
    const target = targetOf(input)
    if (target === null) {
      toast({ text: intl.formatMessage({ id: 'article.nothingToMark' }) })
      return null
    }
    setColor(wanted)
    clearSelection()
    return notes.add(target.range, style, wanted, target.sourceId)
  }
  const mark = (style: NoteStyle, wanted: NoteColor) => void add(style, wanted)
  const write = async () => {
    const note = await add('highlight', color)
    if (note !== null) input.onWriteNote(note)
  }
  const copy = async () => {
    if (selection === null) return
    const text = opened.capture.text.slice(selection.range[0], selection.range[1])
    const answer = await settled(client.shell.copy({ text }))
    if (answer.ok) toast({ text: intl.formatMessage({ id: 'article.copied' }) })
  }
  useCommand('highlight', () => mark('highlight', color))
  useCommand('underline', () => mark('underline', color))
  useCommand('note', () => void write())
  return { color, mark, write: () => void write(), copy: () => void copy() }
}

function targetOf(input: Input): { readonly range: Range; readonly sourceId: string | null } | null {
  const { opened, statements, choice } = input
  const selection = input.selectedNow() ?? input.selection
  if (selection !== null) return { range: selection.range, sourceId: null }
  const { capture } = opened
  const statement = statements.byId.get(choice.statementId ?? '')
  const [first, last] = [statement?.content[0], statement?.content.at(-1)]
  if (statement !== undefined && first !== undefined && last !== undefined) {
    return { range: [first[0], last[1]], sourceId: statement.sourceId }
  }
  const focused = document.activeElement?.closest<HTMLElement>('[data-block]')
  const block = focused ? capture.blocks[Number(focused.dataset.block)] : undefined
  if (block === undefined || !input.article.current?.contains(focused ?? null)) return null
  const range = trimmed(capture.text, block.range)
  return range[0] < range[1] ? { range, sourceId: null } : null
}
