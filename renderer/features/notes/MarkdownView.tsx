import Markdown, { type Components } from 'react-markdown'
import styles from './markdown.module.css'

/** What a note may hold when it is shown. Pictures would be requests, raw HTML is none of it. */
const ALLOWED = [
  'p',
  'br',
  'em',
  'strong',
  'del',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'a',
]

export type MarkdownViewProps = {
  readonly markdown: string
  /** Asks before it opens; the page itself never navigates. */
  readonly onLink: (address: string) => void
}

/** A note's Markdown as elements. */
export function MarkdownView({ markdown, onLink }: MarkdownViewProps) {
  const components: Components = {
    a: ({ href, children }) =>
      href?.startsWith('https:') ? (
        <a
          href={href}
          onClick={(event) => {
            event.preventDefault()
            event.stopPropagation()
            onLink(href)
          }}
          rel="noreferrer"
          title={href}
        >
          {children}
        </a>
      ) : (
        <span title={href}>{children}</span>
      ),
  }
  return (
    <div className={styles.markdown}>
      <Markdown allowedElements={ALLOWED} components={components} skipHtml unwrapDisallowed>
        {markdown}
      </Markdown>
    </div>
  )
}
