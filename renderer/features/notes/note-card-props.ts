import type { Note } from '#domain/annotation/note'
import type { NoteChange } from './note-actions'

/** A source that a note can be about. */
export type NoteSource = { readonly id: string; readonly label: string; readonly name: string }

export type NoteCardProps = {
  readonly note: Note
  readonly sources: readonly NoteSource[]
  readonly knownTags: readonly string[]
  readonly isSelected: boolean
  readonly isEditing: boolean
  readonly onSelect: (noteId: string) => void
  readonly onEdit: (noteId: string | null) => void
  /** Resolves when the library has it, or has refused it. */
  readonly onChange: (note: Note, change: NoteChange) => Promise<void>
  readonly onRemove: (note: Note) => void
  readonly onSource: (sourceId: string) => void
  readonly onLink: (address: string) => void
}
