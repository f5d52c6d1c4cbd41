import { type ReactNode, useState } from 'react'
import { useIntl } from 'react-intl'
import { CREDIT_ROLES, type Credit, type CreditRole } from '#domain/analysis/findings'
import { creditTarget } from '#domain/corrections/targets'
import { withVisibleControls } from '#domain/visible-controls'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { PlainButton } from '../../ui/PlainButton'
import { CorrectedMark } from './CorrectedMark'
import { type Correcting, ofCredit } from './correcting'
import styles from './credit-editor.module.css'
import { quoted } from './field-words'
import { InPlace } from './InPlace'

/** Roles that a reader may give by hand; a picture's own are its caption's. */
const ROLES = CREDIT_ROLES.filter((role) => role !== 'picture-credit' && role !== 'photographer')

export type CreditEditorProps = {
  readonly correcting: Correcting
  readonly credit: Credit
  /** Index into the analysis's credits. */
  readonly index: number
  readonly text: string
  readonly children: ReactNode
}

/** A credited name, editable in place, with a menu for its role. */
export function CreditEditor({ correcting, credit, index, text, children }: CreditEditorProps) {
  const intl = useIntl()
  const label = intl.formatMessage({ id: 'corrections.field.name' })
  const target = creditTarget(credit, text)
  const name = withVisibleControls(credit.name)
  const menu = intl.formatMessage({ id: 'corrections.menu' }, { name })
  const mine = ofCredit(correcting.corrections, index)
  const roles = credit.picture === null ? ROLES.filter((role) => role !== credit.role) : []
  return (
    <span className={styles.line}>
      <InPlace
        control={{ kind: 'words' }}
        isOptional={false}
        label={label}
        mark={
          <CorrectedMark
            corrections={mine}
            extracted={extractedWords(mine)}
            label={name}
            onTakeBack={correcting.takeBack}
          />
        }
        onKeep={(value) =>
          correcting.act({ kind: 'change-credit', credit: target, change: { field: 'name', value } })
        }
        value={credit.name}
      >
        {children}
      </InPlace>
      <Menu
        entries={[
          ...roles.map((role) => ({
            id: role,
            label: intl.formatMessage({ id: 'corrections.asRole' }, { role: roleName(role) }),
            onAction: () =>
              void correcting.act({
                kind: 'change-credit',
                credit: target,
                change: { field: 'role', value: role },
              }),
          })),
          ...(roles.length > 0 ? (['separator'] as const) : []),
          {
            id: 'false',
            icon: 'trash' as const,
            label: intl.formatMessage({ id: 'corrections.false.credit' }),
            onAction: () =>
              void correcting.act({ kind: 'mark-false', finding: { kind: 'credit', credit: target } }),
          },
        ]}
        label={menu}
        trigger={<IconButton icon="more" label={menu} size="small" />}
      />
    </span>
  )

  function roleName(role: CreditRole): string {
    return intl.formatMessage({ id: `credits.role.${role}` }, { count: 1 })
  }

  function extractedWords(all: typeof mine): string | null {
    const named = all.find(
      ({ correction: { act } }) => act.kind === 'change-credit' && act.change.field === 'name',
    )
    if (named !== undefined) return quoted(intl, String(named.extracted ?? ''))
    const role = CREDIT_ROLES.find((each) => all.some(({ extracted }) => extracted === each))
    return role === undefined ? null : roleName(role)
  }
}

/** A line at the credits' end: somebody whom the engine missed. */
export function AddCredit({ correcting }: { readonly correcting: Correcting }) {
  const intl = useIntl()
  const [isOpen, setOpen] = useState(false)
  const [role, setRole] = useState<CreditRole>('author')
  const [name, setName] = useState('')
  if (!isOpen) {
    return (
      <PlainButton icon="plus" onClick={() => setOpen(true)} size="small" variant="quiet">
        {intl.formatMessage({ id: 'corrections.addCredit' })}
      </PlainButton>
    )
  }
  const keep = async () => {
    if (name.trim() === '') return
    if (!(await correcting.act({ kind: 'add-credit', role, name: name.trim() }))) return
    setName('')
    setOpen(false)
  }
  return (
    <form
      className={styles.add}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setOpen(false)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <select
        aria-label={intl.formatMessage({ id: 'corrections.field.creditRole' })}
        className={styles.select}
        onChange={(event) => setRole(ROLES.find((each) => each === event.target.value) ?? 'author')}
        value={role}
      >
        {ROLES.map((each) => (
          <option key={each} value={each}>
            {intl.formatMessage({ id: `credits.role.${each}` }, { count: 1 })}
          </option>
        ))}
      </select>
      <input
        aria-label={intl.formatMessage({ id: 'corrections.field.name' })}
        className={styles.input}
        maxLength={400}
        onChange={(event) => setName(event.target.value)}
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed asks for this name
        autoFocus
        value={name}
      />
      <PlainButton disabled={name.trim() === ''} size="small" type="submit" variant="primary">
        {intl.formatMessage({ id: 'corrections.keep' })}
      </PlainButton>
      <PlainButton onClick={() => setOpen(false)} size="small" variant="quiet">
        {intl.formatMessage({ id: 'corrections.cancel' })}
      </PlainButton>
    </form>
  )
}
