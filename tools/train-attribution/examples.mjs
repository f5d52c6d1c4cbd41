// Turns articles into examples: tokens with "heads a cue" or not, and frames with a role for every element.

/** @typedef {import('./corpus.mjs').Article} Article */
/** @typedef {import('./corpus.mjs').Gold} Gold */
/** @typedef {any} Engine */

/** @param {Engine} engine @param {Article[]} articles */
export function prepare(engine, articles) {
  const prepared = articles.map((article) => {
    const reading = engine.readLanguage(article.text, article.story)
    return { article, words: engine.wordsOf(reading) }
  })
  const cueness = cuenessOf(prepared)
  return prepared.map(({ article, words }) => ({
    article,
    words,
    anchors: article.gold.map((gold) => anchorOf(engine, words, gold, cueness)),
  }))
}

/** Tokens that lie at least half inside the ranges. @param {any} words @param {[number, number][]} ranges */
export function tokensIn(words, ranges) {
  const { tokens } = words.reading
  const found = []
  for (const [start, end] of ranges) {
    let low = 0
    let high = tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (tokens[middle].end <= start) low = middle + 1
      else high = middle
    }
    for (let i = low; i < tokens.length && tokens[i].start < end; i++) {
      const { start: a, end: b } = tokens[i]
      if (2 * (Math.min(b, end) - Math.max(a, start)) >= b - a) found.push(i)
    }
  }
  return found
}

/** How often a lemma stands in a cue of one word, of all the times it stands anywhere. @param {any[]} prepared */
function cuenessOf(prepared) {
  const all = new Map()
  const cue = new Map()
  const bump = (
    /** @type {Map<string, number>} */ map,
    /** @type {string} */ key,
    /** @type {number} */ by,
  ) => map.set(key, (map.get(key) ?? 0) + by)
  for (const { article, words } of prepared) {
    for (const token of words.reading.tokens) bump(all, token.lemma, 1)
    for (const gold of article.gold) {
      const tokens = tokensIn(words, gold.cue)
      for (const i of tokens) bump(cue, words.reading.tokens[i].lemma, 1 / tokens.length)
    }
  }
  return (/** @type {string} */ lemma) => (cue.get(lemma) ?? 0) / ((all.get(lemma) ?? 0) + 3)
}

/** The token of a cue that heads it; -1 when none can. @param {Engine} engine @param {any} words @param {Gold} gold @param {(lemma: string) => number} cueness */
function anchorOf(engine, words, gold, cueness) {
  let best = -1
  let most = -1
  for (const i of tokensIn(words, gold.cue)) {
    if (!engine.canHeadCue(words, i)) continue
    const score = cueness(words.reading.tokens[i].lemma)
    if (score > most) {
      best = i
      most = score
    }
  }
  return best
}

/** Features of every token that can head a cue. @param {Engine} engine @param {any[]} prepared */
export function cueExamples(engine, prepared) {
  const sink = engine.sinkFor(engine.CUE_BITS, engine.MOST_CUE_FEATURES)
  const rows = []
  const labels = []
  const documents = []
  for (let d = 0; d < prepared.length; d++) {
    const { words, anchors } = prepared[d]
    const positive = new Set(anchors)
    for (let i = 0; i < words.count; i++) {
      if (!engine.canHeadCue(words, i)) continue
      engine.cueFeatures(words, i, sink)
      rows.push(sink.rows.slice(0, sink.count))
      labels.push(positive.has(i) ? 1 : 0)
      documents.push(d)
    }
  }
  return { rows, labels, documents }
}

/**
 * Frames of the marked attributions, with a label for every element. `levels` are those of every document's tokens; documents without are left out.
 * @param {Engine} engine @param {any[]} prepared @param {Map<number, Uint8Array>} levels
 */
export function frameExamples(engine, prepared, levels) {
  const rows = engine.emptyRows()
  const examples = []
  for (let d = 0; d < prepared.length; d++) {
    const { article, words, anchors } = prepared[d]
    const own = levels.get(d)
    if (!own) continue
    for (let g = 0; g < anchors.length; g++) {
      if (anchors[g] < 0) continue
      const frame = engine.frameAround(words, anchors[g])
      const labels = labelsOf(engine, words, frame, article.gold[g])
      if (breaksQuotation(engine, frame, labels)) continue
      engine.frameRows(words, own, frame, rows)
      const count = frame.from.length
      examples.push({
        document: d,
        gold: g,
        count,
        frame,
        labels,
        rows: {
          nodes: { rows: rows.nodes.rows.slice(0, rows.nodes.count) },
          edges: { rows: rows.edges.rows.slice(0, rows.edges.count) },
          nodeStart: rows.nodeStart.slice(0, count + 1),
          edgeStart: rows.edgeStart.slice(0, count + 1),
        },
      })
    }
  }
  return examples
}

/** @param {Engine} engine @param {any} words @param {any} frame @param {Gold} gold */
export function labelsOf(engine, words, frame, gold) {
  const roleOf = new Map()
  for (const i of tokensIn(words, gold.content)) roleOf.set(i, engine.CONTENT)
  for (const i of tokensIn(words, gold.source)) roleOf.set(i, engine.SOURCE)
  for (const i of tokensIn(words, gold.cue)) roleOf.set(i, engine.CUE)
  const count = frame.from.length
  const labels = new Uint8Array(count)
  for (let e = 0; e < count; e++) {
    if (!frame.isFragment[e]) {
      labels[e] = roleOf.get(frame.from[e]) ?? engine.OTHER
      continue
    }
    let inside = 0
    for (let i = frame.from[e]; i < frame.to[e]; i++) if (roleOf.get(i) === engine.CONTENT) inside += 1
    labels[e] = 2 * inside > frame.to[e] - frame.from[e] ? engine.CONTENT : engine.OTHER
  }
  keepOneStretch(labels, engine.CUE, frame.anchorElement, engine.OTHER)
  let longest = -1
  let length = 0
  for (let e = 0; e < count; e++) {
    if (labels[e] !== engine.SOURCE) continue
    let end = e
    while (end < count && labels[end] === engine.SOURCE) end += 1
    if (end - e > length) {
      longest = e
      length = end - e
    }
    e = end
  }
  if (longest >= 0) keepOneStretch(labels, engine.SOURCE, longest, engine.OTHER)
  labels[frame.anchorElement] = engine.CUE
  return labels
}

/** @param {Uint8Array} labels @param {number} role @param {number} at @param {number} other */
function keepOneStretch(labels, role, at, other) {
  let first = at
  let last = at
  while (first > 0 && labels[first - 1] === role) first -= 1
  while (last + 1 < labels.length && labels[last + 1] === role) last += 1
  for (let e = 0; e < labels.length; e++) if (labels[e] === role && (e < first || e > last)) labels[e] = other
}

/** Whether the marks cut a quotation in two, which the chain rules out. @param {Engine} engine @param {any} frame @param {Uint8Array} labels */
function breaksQuotation(engine, frame, labels) {
  return frame.isBound.some(
    (/** @type {boolean} */ bound, /** @type {number} */ e) =>
      bound && (labels[e] === engine.CONTENT) !== (labels[e - 1] === engine.CONTENT),
  )
}
