import { useIntl } from 'react-intl'
import type { FalseFinding } from '#domain/corrections/correction'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import type { Correcting } from './correcting'

/** The menu of a finding that can only be false: a notice, a date, a picture. */
export function FalseMenu(props: {
  readonly correcting: Correcting
  /** Null where the finding cannot be addressed: it has no words. */
  readonly finding: FalseFinding | null
  /** The words of the finding, for the button's name. */
  readonly name: string
}) {
  const intl = useIntl()
  const { correcting, finding } = props
  if (finding === null) return null
  const label = intl.formatMessage({ id: 'corrections.menu' }, { name: props.name })
  return (
    <Menu
      entries={[
        {
          id: 'false',
          icon: 'trash',
          label: intl.formatMessage({ id: `corrections.false.${finding.kind}` }),
          onAction: () => void correcting.act({ kind: 'mark-false', finding }),
        },
      ]}
      label={label}
      trigger={<IconButton icon="more" label={label} size="small" />}
    />
  )
}
