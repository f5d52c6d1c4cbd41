import styles from './kbd.module.css'

/** A key or a chord as it is written on this platform: `Ctrl+K`, `⌘K`, `j`. */
export function Kbd({ keys }: { readonly keys: string }) {
  const parts = keys.length > 1 && keys.includes('+') && !keys.endsWith('+') ? keys.split('+') : [keys]
  return (
    <kbd className={styles.chord}>
      {parts.map((part) => (
        <span className={styles.key} key={part}>
          {part}
        </span>
      ))}
    </kbd>
  )
}
