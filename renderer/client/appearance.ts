import type { Settings } from '#contract/settings'
import { setCssVariables } from '../ui/use-css-variables'
import type { Language } from './locale'

/** Puts the reader's settings on the root element: theme, language, and how the article is set. */
export function applyAppearance(settings: Settings, language: Language): void {
  const root = document.documentElement
  root.lang = language
  root.dataset.theme = settings.theme
  setCssVariables(root, {
    '--reading-size': `${settings.textSize}px`,
    '--reading-leading': settings.lineHeight,
    '--reading-measure': `${settings.columnWidth}ch`,
    '--reading-face': settings.face === 'serif' ? 'var(--font-reading)' : 'var(--font-reading-sans)',
    '--reading-align': settings.justify ? 'justify' : 'start',
  })
}
