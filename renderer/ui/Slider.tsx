import {
  Slider as AriaSlider,
  Label,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components/Slider'
import styles from './slider.module.css'

/** A number in bounds, moved by pointer or arrow keys; `text` writes the present value. */
export function Slider(props: {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly text: string
  readonly onChange: (value: number) => void
}) {
  return (
    <AriaSlider
      className={styles.slider ?? ''}
      maxValue={props.max}
      minValue={props.min}
      onChange={(value) => {
        if (typeof value === 'number') props.onChange(value)
      }}
      step={props.step}
      value={props.value}
    >
      <Label className={styles.label ?? ''}>{props.label}</Label>
      <SliderOutput className={styles.output ?? ''}>{props.text}</SliderOutput>
      <SliderTrack className={styles.track ?? ''}>
        <SliderThumb className={styles.thumb ?? ''} />
      </SliderTrack>
    </AriaSlider>
  )
}
