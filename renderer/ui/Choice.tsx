import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import styles from './choice.module.css'

/** One of a few, all of them in sight, side by side. */
export function Choice<Value extends string>(props: {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}) {
  return (
    <RadioGroup
      className={styles.choice ?? ''}
      onChange={(value) => {
        const chosen = props.options.find((option) => option.value === value)
        if (chosen) props.onChange(chosen.value)
      }}
      orientation="horizontal"
      value={props.value}
    >
      <Label className={styles.label ?? ''}>{props.label}</Label>
      <div className={styles.options}>
        {props.options.map((option) => (
          <Radio className={styles.option ?? ''} key={option.value} value={option.value}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
