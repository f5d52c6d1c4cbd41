import { useCallback, useEffect, useState } from 'react'
import type { NewPassphrase } from '../ui/NewPassphraseFields'
import { whatIsMissing } from '../ui/readiness'
import { client, settled } from './client'
import { useFailureSentence } from './failure'
import { useStrength } from './use-strength'

/** A new passphrase in the making: six words on offer, or one of the person's own, typed again. */
export function useNewPassphrase(): NewPassphrase {
  const spoken = useFailureSentence()
  const [own, setOwn] = useState(false)
  const [offered, setOffered] = useState('')
  const [chosen, setChosen] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<string | null>(null)
  const strength = useStrength(own ? chosen : '')
  const draw = useCallback(async () => {
    const answer = await settled(client.vault['suggest-passphrase']())
    setError(answer.ok ? null : spoken(answer.failure))
    if (answer.ok) setOffered(answer.value)
  }, [spoken])
  useEffect(() => {
    if (offered === '') void draw()
  }, [offered, draw])
  const copy = async () => {
    const answer = await settled(client.shell.copy({ text: offered }))
    setError(answer.ok ? null : spoken(answer.failure))
    return answer.ok
  }
  const passphrase = own ? chosen : offered
  const enough = own ? (strength?.enough ?? false) : true
  const missing = whatIsMissing({ passphrase, again, enough })
  return {
    passphrase,
    missing,
    own: { isChosen: own, choose: setOwn, value: chosen, onChange: setChosen, strength },
    offered: { words: offered, draw, copy, error },
    again: { value: again, onChange: setAgain },
  }
}
