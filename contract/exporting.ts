import { z } from 'zod'
import { method } from './define'

export const EXPORT_FORMATS = [
  'md',
  'html',
  'pdf',
  'docx',
  'jsonld',
  'csl',
  'bibtex',
  'ris',
  'ninjs',
  'schemaorg',
  'template',
  'bundle',
] as const
export const exportFormat = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.output<typeof exportFormat>

const articleIds = z.array(z.string()).min(1).max(100_000)

/** What exactly would leave the vault: shown before anything is written. */
export const exportPlan = z.object({
  format: exportFormat,
  files: z.array(z.object({ name: z.string(), articleId: z.string(), text: z.string(), bytes: z.int() })),
})

/** What left: file names, sizes and hashes, and the journal entry that lists them. */
export const exportManifest = z.object({
  format: exportFormat,
  files: z.array(z.object({ name: z.string(), articleId: z.string(), bytes: z.int(), sha256: z.string() })),
  journalId: z.int(),
})
export type ExportPlan = z.output<typeof exportPlan>
export type ExportManifest = z.output<typeof exportManifest>

export const exporting = {
  plan: method('unlocked', z.object({ articleIds, format: exportFormat }), exportPlan),
  /** Asks for a folder, then writes whole files or nothing. Null when the person cancelled. */
  write: method(
    'unlocked',
    z.object({ articleIds, format: exportFormat, overwrite: z.boolean() }),
    exportManifest.nullable(),
  ),
}
