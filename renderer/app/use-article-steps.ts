import { useCommand } from '../client/commands'
import type { LibraryPages } from '../features/library-list/use-library-pages'
import type { Place } from './place'

/**
 * Next and previous article of the list, also while its pane is closed. While something was found, the results
 * answer these commands instead (features/search).
 */
export function useArticleSteps(
  pages: LibraryPages,
  place: Place,
  go: (place: Place, how: 'move' | 'open') => void,
): void {
  const step = (delta: 1 | -1) => {
    const at = pages.rows.findIndex((row) => row.id === place.articleId)
    const row = pages.rows[at < 0 ? 0 : at + delta]
    if (row) go({ articleId: row.id, openAt: null }, 'move')
  }
  useCommand('next-article', () => step(1))
  useCommand('previous-article', () => step(-1))
}
