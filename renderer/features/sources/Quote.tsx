import { useIntl } from 'react-intl'
import type { Range } from '#domain/article/range'
import { withVisibleControls } from '#domain/visible-controls'
import { Evidence } from '../../ui/Evidence'

/** Words of the article in its quotation marks; pressing goes to their place. */
export function Quote(props: {
  readonly words: string
  readonly range: Range | null
  readonly onShow: (range: Range) => void
}) {
  const intl = useIntl()
  const { range, onShow } = props
  const words = withVisibleControls(props.words)
  return (
    <Evidence
      label={intl.formatMessage({ id: 'sources.showPlace' }, { words })}
      onShow={range && (() => onShow(range))}
    >
      {intl.formatMessage({ id: 'sources.quoted' }, { words })}
    </Evidence>
  )
}
