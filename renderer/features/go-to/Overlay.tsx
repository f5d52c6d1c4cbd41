import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal'
import styles from './overlay.module.css'

/** A dialog without a title line, hung from the upper third of the window. */
export function Overlay(props: {
  readonly label: string
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
}) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isDismissable
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={props.label} className={styles.dialog ?? ''}>
          {props.children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
