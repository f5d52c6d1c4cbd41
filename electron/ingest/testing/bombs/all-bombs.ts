import { ARCHIVE_BOMBS } from './archive-bombs'
import type { Bomb } from './bomb'
import { DOCUMENT_BOMBS } from './document-bombs'
import { MARKUP_BOMBS } from './markup-bombs'
import { MIME_BOMBS } from './mime-bombs'
import { PICTURE_BOMBS } from './picture-bombs'
import { STRUCTURED_BOMBS } from './structured-bombs'
import { TEXT_BOMBS } from './text-bombs'
import { WEB_ARCHIVE_BOMBS } from './web-archive-bombs'

export const BOMBS: readonly Bomb[] = [
  ...ARCHIVE_BOMBS,
  ...WEB_ARCHIVE_BOMBS,
  ...DOCUMENT_BOMBS,
  ...MIME_BOMBS,
  ...MARKUP_BOMBS,
  ...STRUCTURED_BOMBS,
  ...TEXT_BOMBS,
  ...PICTURE_BOMBS,
]
