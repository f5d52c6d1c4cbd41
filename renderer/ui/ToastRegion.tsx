import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { Icon } from './icons'
import { PlainButton } from './PlainButton'
import { type ShowToast, ToastContext, type ToastMessage } from './toast'
import styles from './toast.module.css'

/** How long a toast stays, in milliseconds; longer when it offers something to do. Failures stay. */
const STAY = 5000
const STAY_WITH_ACTION = 10_000
const MOST = 3

type Shown = ToastMessage & { readonly id: number }

/** Holds the toasts of everything inside it, newest last. */
export function ToastRegion({ children }: { readonly children: ReactNode }) {
  const intl = useIntl()
  const [shown, setShown] = useState<readonly Shown[]>([])
  const nextId = useRef(0)
  const show = useCallback<ShowToast>((message) => {
    nextId.current += 1
    const id = nextId.current
    const others = (before: readonly Shown[]) =>
      before.filter(({ topic }) => topic === undefined || topic !== message.topic)
    setShown((before) => [...others(before), { ...message, id }].slice(-MOST))
  }, [])
  const close = useCallback((id: number) => {
    setShown((before) => before.filter((toast) => toast.id !== id))
  }, [])
  return (
    <ToastContext.Provider value={show}>
      {children}
      <section
        aria-label={intl.formatMessage({ id: 'ui.messages' })}
        aria-live="polite"
        className={styles.region}
      >
        {shown.map((toast) => (
          <Toast
            closeLabel={intl.formatMessage({ id: 'ui.close' })}
            key={toast.id}
            onClose={close}
            toast={toast}
          />
        ))}
      </section>
    </ToastContext.Provider>
  )
}

function Toast(props: {
  readonly toast: Shown
  readonly closeLabel: string
  readonly onClose: (id: number) => void
}) {
  const { toast, onClose } = props
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || toast.tone === 'danger') return
    const timer = setTimeout(() => onClose(toast.id), toast.action ? STAY_WITH_ACTION : STAY)
    return () => clearTimeout(timer)
  }, [held, onClose, toast])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting on a toast only keeps it from leaving
    <div
      className={styles.toast}
      data-tone={toast.tone ?? 'plain'}
      onBlur={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
    >
      {toast.tone === 'success' ? <Icon name="check" /> : null}
      {toast.tone === 'danger' ? <Icon name="warning" /> : null}
      <span className={styles.text}>{toast.text}</span>
      {toast.action ? (
        <PlainButton
          onClick={() => {
            toast.action?.onAction()
            onClose(toast.id)
          }}
          size="small"
        >
          {toast.action.label}
        </PlainButton>
      ) : null}
      <PlainButton
        aria-label={props.closeLabel}
        icon="close"
        iconOnly
        onClick={() => onClose(toast.id)}
        size="small"
        variant="quiet"
      />
    </div>
  )
}
