import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SpokenFailure } from '#contract/define'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import styles from './credits.module.css'

type State =
  | { readonly step: 'idle' | 'busy' }
  | { readonly step: 'hashed'; readonly unchanged: boolean }
  | { readonly step: 'failed'; readonly failure: SpokenFailure }

/** Hashes the stored file anew, on a press, and says whether it is still byte for byte what was imported. */
export function Unchanged({ captureId }: { readonly captureId: string }) {
  const intl = useIntl()
  const spoken = useFailureSentence()
  const [state, setState] = useState<State>({ step: 'idle' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another capture has not been looked at
  useEffect(() => setState({ step: 'idle' }), [captureId])
  const check = async () => {
    setState({ step: 'busy' })
    const answer = await settled(client.verifying.capture({ captureId }))
    setState(
      answer.ok
        ? { step: 'hashed', unchanged: answer.value.unchanged }
        : { step: 'failed', failure: answer.failure },
    )
  }
  if (state.step === 'hashed' || state.step === 'failed') {
    const isWell = state.step === 'hashed' && state.unchanged
    return (
      <span className={styles.verdict} data-tone={isWell ? 'well' : 'bad'} role="status">
        <Icon name={isWell ? 'check' : 'warning'} />
        {state.step === 'failed'
          ? spoken(state.failure)
          : intl.formatMessage({ id: isWell ? 'credits.file.isUnchanged' : 'credits.file.isChanged' })}
      </span>
    )
  }
  return (
    <Button isDisabled={state.step === 'busy'} onPress={() => void check()} size="small">
      <FormattedMessage id="credits.file.check" />
    </Button>
  )
}
