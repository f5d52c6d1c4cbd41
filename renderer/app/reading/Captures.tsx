import { useState } from 'react'
import type { OpenedArticle } from '#contract/articles'
import { CapturesMenu } from '../../features/captures/CapturesMenu'
import { JoinDialog } from '../../features/captures/JoinDialog'
import type { Regrouping } from './use-regrouping'

/** The menu of the open article's captures, with the dialog that one of its entries opens. */
export function Captures(props: { readonly opened: OpenedArticle; readonly regrouping: Regrouping }) {
  const { opened, regrouping } = props
  const [isJoining, setJoining] = useState(false)
  return (
    <>
      <CapturesMenu
        captures={opened.captures}
        onJoin={() => setJoining(true)}
        onShow={regrouping.show}
        onSplit={() => void regrouping.split()}
        shownId={opened.capture.id}
      />
      <JoinDialog
        isOpen={isJoining}
        listing={opened.listing}
        onJoin={(into) => void regrouping.join(into)}
        onOpenChange={setJoining}
      />
    </>
  )
}
