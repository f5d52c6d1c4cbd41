import { useState } from 'react'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { Done } from './Done'
import { KitThenConfirm } from './KitThenConfirm'
import type { TaskProps } from './task-props'

/** Another recovery code; the one on the old paper stops working. */
export function ReplaceCode(props: TaskProps) {
  const spoken = useFailureSentence()
  const [isDone, setDone] = useState(false)
  if (isDone) return <Done messageId="vault-keys.code-done" onBack={props.onBack} />
  return (
    <KitThenConfirm
      {...props}
      confirmId="vault-keys.code-do"
      onConfirm={async (secrets) => {
        const answer = await settled(client.keys['replace-recovery-code'](secrets))
        setDone(answer.ok)
        return answer.ok ? null : spoken(answer.failure)
      }}
    />
  )
}
