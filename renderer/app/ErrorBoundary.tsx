import { Component, type ErrorInfo, type ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { EmptyState } from '../ui/EmptyState'
import { PlainButton } from '../ui/PlainButton'

type Props = {
  readonly children: ReactNode
  /** Something else here (another article): the part is tried again. */
  readonly resetKey?: string | null
}
type State = { readonly broken: boolean; readonly resetKey: string | null }

/** A part that broke says so in its own place; the rest goes on, and what is in the vault is untouched by it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false, resetKey: null }

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    const resetKey = props.resetKey ?? null
    return resetKey === state.resetKey ? null : { resetKey, broken: false }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // To the developer's console only: nothing is written to disk (SECURITY.md, Privacy of the user).
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <EmptyState
        actions={
          <PlainButton icon="refresh" onClick={() => this.setState({ broken: false })}>
            <FormattedMessage id="ui.try-again" />
          </PlainButton>
        }
        icon="warning"
        title={<FormattedMessage id="ui.part-broken" />}
        tone="danger"
      >
        <FormattedMessage id="ui.nothing-lost" />
      </EmptyState>
    )
  }
}
