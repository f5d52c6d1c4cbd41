import model from 'wink-eng-lite-web-model'
import wink, { type ItsFunction, type PartOfSpeech, type WinkMethods } from 'wink-nlp'

/** Universal part of speech, as wink-nlp names it. */
export type Tag = PartOfSpeech

/** Parallel lists: one entry a token; `sentenceEnds` are the indices of the last token of each sentence. */
export type EnglishReading = {
  readonly words: readonly string[]
  readonly lemmas: readonly string[]
  readonly tags: readonly Tag[]
  readonly sentenceEnds: readonly number[]
}

let loaded: WinkMethods | null = null

/**
 * wink-nlp's pattern of addresses tries every way to part a host that is none: fifty names with full stops between them take
 * longer than anybody waits. An address this long is no word of a sentence; blanks of the same length keep it from being one.
 */
const LONG_ADDRESS = /\/\/(?=\S{60})/g

/** Words, lemmas, tags and sentences of `text` by wink-nlp; its model is loaded by the first call (about 70 ms). */
export function english(text: string): EnglishReading {
  loaded ??= wink(model, ['sbd', 'pos'])
  const { its } = loaded
  const document = loaded.readDoc(text.replace(LONG_ADDRESS, '  '))
  const tokens = document.tokens()
  return {
    words: tokens.out(its.value) as string[],
    lemmas: tokens.out(lemmaOf(its)) as string[],
    tags: tokens.out(its.pos) as Tag[],
    sentenceEnds: (document.sentences().out(spanOf(its)) as number[][]).map((span) => span[1] ?? 0),
  }
}

// The types of wink-nlp declare these two with other arguments than its own `out` hands them.
const spanOf = (its: WinkMethods['its']) => its.span as unknown as ItsFunction<number[]>
const lemmaOf = (its: WinkMethods['its']) => its.lemma as unknown as ItsFunction<string>
