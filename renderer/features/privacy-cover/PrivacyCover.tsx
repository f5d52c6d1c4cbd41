import { useEffect, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useSurroundings } from '../../client/settings'
import { Wordmark } from '../../ui/Wordmark'
import styles from './privacy-cover.module.css'

/** Covers the library while another window has the focus, for those who asked for it in the settings. */
export function PrivacyCover() {
  const { settings } = useSurroundings()
  const isAway = useIsAway()
  if (!settings.coverWhenAway || !isAway) return null
  return (
    <div className={styles.cover} data-privacy-cover role="status">
      <Wordmark />
      <p className={styles.words}>
        <FormattedMessage id="privacy-cover.words" />
      </p>
    </div>
  )
}

function useIsAway(): boolean {
  const [isAway, setAway] = useState(() => !document.hasFocus())
  useEffect(() => {
    const leave = () => setAway(true)
    const come = () => setAway(false)
    window.addEventListener('blur', leave)
    window.addEventListener('focus', come)
    return () => {
      window.removeEventListener('blur', leave)
      window.removeEventListener('focus', come)
    }
  }, [])
  return isAway
}
