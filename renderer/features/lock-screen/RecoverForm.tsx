import { useState } from 'react'
import type { VaultStatus } from '#contract/vault'
import { CodeStep } from './CodeStep'
import { NewPassphraseStep } from './NewPassphraseStep'

/** The way in for somebody who forgot the passphrase: the recovery code, then a new passphrase. */
export function RecoverForm(props: {
  readonly name: string
  readonly onStatus: (status: VaultStatus) => void
  readonly onOpening: () => void
  readonly onBack: () => void
}) {
  const [code, setCode] = useState<string | null>(null)
  return code === null ? (
    <CodeStep name={props.name} onBack={props.onBack} onRight={setCode} />
  ) : (
    <NewPassphraseStep
      name={props.name}
      onBack={props.onBack}
      onOpening={props.onOpening}
      onStatus={props.onStatus}
      recoveryCode={code}
    />
  )
}
