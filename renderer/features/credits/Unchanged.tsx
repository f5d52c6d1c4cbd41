import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import styles from './credits.module.css'

type State = { readonly tone: 'idle' | 'busy' } | { readonly tone: 'well' | 'bad'; readonly words: string }

/** Hashes the stored file anew, on a press, and says whether it is still byte for byte what was imported. */
export function Unchanged({ captureId }: { readonly captureId: string }) {
  const intl = useIntl()
  const spoken = useFailureSentence()
  const [state, setState] = useState<State>({ tone: 'idle' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another capture has not been looked at
  useEffect(() => setState({ tone: 'idle' }), [captureId])
  const check = async () => {
    setState({ tone: 'busy' })
    const answer = await settled(client.verifying.capture({ captureId }))
    if (!answer.ok) return setState({ tone: 'bad', words: spoken(answer.failure) })
    const { unchanged } = answer.value
    const words = intl.formatMessage({
      id: unchanged ? 'credits.file.isUnchanged' : 'credits.file.isChanged',
    })
    setState({ tone: unchanged ? 'well' : 'bad', words })
  }
  if (state.tone === 'well' || state.tone === 'bad') {
    return (
      <span className={styles.verdict} data-tone={state.tone} role="status">
        <Icon name={state.tone === 'well' ? 'check' : 'warning'} />
        {state.words}
      </span>
    )
  }
  return (
    <Button isDisabled={state.tone === 'busy'} onPress={() => void check()} size="small">
      <FormattedMessage id="credits.file.check" />
    </Button>
  )
}
