import type { EnglishReading } from './english'

/**
 * Indices of the last token of each sentence: wink-nlp's, less those that cut a sentence in two. It ends one at
 * every question or exclamation mark in quotation marks (“Why?” the mayor asked.) and after abbreviations in brackets
 * (“(D-Tex.), a friend”); a sentence that would begin with a small letter or with a comma goes on.
 */
export function sentenceEnds({ words, sentenceEnds: ends }: EnglishReading): number[] {
  return ends.filter((end) => {
    const next = words[end + 1]
    return next === undefined || !/^(?:\p{Ll}|[,;)\]])/u.test(next)
  })
}
