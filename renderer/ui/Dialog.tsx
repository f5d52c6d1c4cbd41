import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useIntl } from 'react-intl'
import styles from './dialog.module.css'
import { IconButton } from './IconButton'

export type DialogProps = {
  readonly title: string
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode
  readonly size?: 'small' | 'medium' | 'large'
  /** Esc and a click outside do nothing: for work that must be answered. */
  readonly isStubborn?: boolean
}

/** A window in the window: holds focus, closes with Esc, gives focus back to where it was. */
export function Dialog(props: DialogProps) {
  const intl = useIntl()
  const dismissable = !props.isStubborn
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
    >
      <Modal className={styles.modal ?? ''} data-size={props.size ?? 'medium'}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading className={styles.title ?? ''} slot="title">
              {props.title}
            </Heading>
            {dismissable ? (
              <IconButton
                icon="close"
                label={intl.formatMessage({ id: 'ui.close' })}
                onPress={() => props.onOpenChange(false)}
                size="small"
              />
            ) : null}
          </header>
          <div className={styles.body}>{props.children}</div>
          {props.actions ? <footer className={styles.actions}>{props.actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
