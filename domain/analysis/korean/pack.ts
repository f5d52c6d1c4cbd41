import type { Pack } from '../pack'
import { isAheadInKorean, KOREAN_DATES } from './dates'
import * as rules from './lines'
import { resolveKoreanSources } from './sources'
import { findKoreanAttributions } from './statements'

/** What the engine knows of Korean news: credits, standing notices, anonymity, quotations with their speakers. */
export const KOREAN: Pack = {
  language: 'ko',
  lines: rules.KOREAN_LINES,
  creditKeys: rules.KOREAN_CREDIT_KEYS,
  bylines: rules.KOREAN_BYLINES,
  notAName: rules.KOREAN_NOT_A_NAME,
  agencies: rules.KOREAN_AGENCIES,
  correspondents: /특파원|통신원/,
  captions: rules.KOREAN_CAPTIONS,
  notices: rules.KOREAN_NOTICES,
  reasons: rules.KOREAN_REASONS,
  noticeReason: rules.KOREAN_NOTICE_REASON,
  publishers: rules.KOREAN_PUBLISHERS,
  dateline:
    /^[[(]?(?<dateline>[가-힣]{2,6})=(?:(?<agency>연합뉴스|뉴시스|뉴스1|로이터|AP|AFP|[가-힣]{2,6}(?:통신|뉴스|일보|신문|방송))[\])]\s?)?(?:[가-힣]{2,4}\s(?:기자|특파원)\s?=\s?)?/du,
  dateLine: rules.KOREAN_DATE_LINE,
  dates: KOREAN_DATES,
  isAhead: (_before, after) => isAheadInKorean(after),
  findAttributions: findKoreanAttributions,
  resolve: resolveKoreanSources,
}
