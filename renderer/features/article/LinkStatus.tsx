import styles from './link-status.module.css'
import { shownAddress } from './shown-address'

/** The address of the link under the pointer or the focus, at the window's foot as in a browser. */
export function LinkStatus({ address }: { readonly address: string | null }) {
  if (address === null) return null
  return (
    <div aria-hidden="true" className={styles.status}>
      {shownAddress(address)}
    </div>
  )
}
