import styles from './wordmark.module.css'

/** The name with its mark: a book seen from above its open pages, and the printer's rule under it. */
export function Wordmark({ size = 'small' }: { readonly size?: 'small' | 'large' }) {
  return (
    <p className={styles.wordmark} data-size={size}>
      <svg aria-hidden="true" className={styles.mark} viewBox="0 0 32 32">
        <path className={styles.page} d="M16 7.500C13.2 5.4 9.3 4.7 4 4.900v19.600c5.3-.2 9.2.5 12 2.600Z" />
        <path
          className={styles.line}
          d="M16 7.500C18.8 5.4 22.7 4.7 28 4.900v19.600c-5.3-.2-9.2.5-12 2.600Z"
        />
        <path
          className={styles.rule}
          d="M20 12.200c1.4-.6 2.9-.9 4.6-1M20 16.600c1.4-.6 2.9-.9 4.6-1M20 21c1.4-.6 2.9-.9 4.6-1"
        />
      </svg>
      Colophon
    </p>
  )
}
