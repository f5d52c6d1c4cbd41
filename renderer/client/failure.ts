import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import type { SpokenFailure } from '#contract/define'
import { sentence } from '#domain/failure-sentences'
import { resolveLocale } from './locale'

/** The sentence for a failure in the language of the window. */
export function useFailureSentence(): (failure: Pick<SpokenFailure, 'code' | 'detail'>) => string {
  const { locale } = useIntl()
  return useCallback(
    (failure) => sentence(failure.code, resolveLocale('system', locale), failure.detail),
    [locale],
  )
}
