import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import styles from './switch.module.css'

/** On or off, at once. */
export function Switch(props: {
  readonly children: string
  readonly isOn: boolean
  readonly onChange: (on: boolean) => void
}) {
  return (
    <AriaSwitch className={styles.switch ?? ''} isSelected={props.isOn} onChange={props.onChange}>
      <span className={styles.words}>{props.children}</span>
      <span aria-hidden="true" className={styles.track} />
    </AriaSwitch>
  )
}
