import { useIntl } from 'react-intl'
import { PICTURE_FACTS, type PictureFacts } from '#domain/analysis/findings'
import { withVisibleControls } from '#domain/visible-controls'
import { toldDate } from '../../ui/told-date'
import { Row } from './CreditRows'
import styles from './credits.module.css'

/** What the picture's own file tells of it, and that a place in it travels with the picture. */
export function PictureFileFacts({ facts }: { readonly facts: PictureFacts }) {
  const intl = useIntl()
  return PICTURE_FACTS.map((fact) => {
    const told = facts[fact]
    if (told === undefined) return null
    return (
      <Row key={fact} label={intl.formatMessage({ id: `credits.own.${fact}` })}>
        <span>{fact === 'date' ? toldDate(intl, told.value) : withVisibleControls(told.value)}</span>
        <span className={styles.from}>
          {intl.formatMessage({ id: 'credits.fromPictureFile' }, { from: told.from.toUpperCase() })}
        </span>
        {fact === 'position' ? (
          <span className={styles.caution}>{intl.formatMessage({ id: 'credits.positionTravels' })}</span>
        ) : null}
      </Row>
    )
  })
}
