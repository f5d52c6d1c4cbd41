import { ARCHIVE_SEEDS } from './archive-seeds'
import { COLLECTION_SEEDS } from './collection-seeds'
import { DOCUMENT_SEEDS } from './document-seeds'
import { MESSAGE_SEEDS } from './message-seeds'
import { PICTURE_SEEDS } from './picture-seeds'
import type { Seed } from './seed'
import { STRUCTURED_SEEDS } from './structured-seeds'

export const SEEDS: readonly Seed[] = [
  ...DOCUMENT_SEEDS,
  ...MESSAGE_SEEDS,
  ...ARCHIVE_SEEDS,
  ...STRUCTURED_SEEDS,
  ...COLLECTION_SEEDS,
  ...PICTURE_SEEDS,
]
