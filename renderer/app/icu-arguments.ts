/**
 * The names of the arguments that an ICU message takes, sorted, without repeats. Understands plain arguments, formatted
 * ones, `plural`, `selectordinal` and `select` with messages inside, tags, and quoted braces.
 */
export function argumentsOf(message: string): readonly string[] {
  const names = new Set<string>()
  collect(message.replaceAll(/'[{}<>#|][^']*'/g, ''), names)
  return [...names].sort()
}

const WITH_BRANCHES = /^\s*([\w-]+)\s*,\s*(?:plural|select|selectordinal)\s*,(.*)$/s
const PLAIN = /^\s*([\w-]+)\s*(?:,.*)?$/s

function collect(message: string, names: Set<string>): void {
  for (const match of message.matchAll(/<([\w-]+)>/g)) names.add(match[1] ?? '')
  for (const inside of bracedParts(message)) {
    const branching = WITH_BRANCHES.exec(inside)
    const name = (branching ?? PLAIN.exec(inside))?.[1]
    if (name !== undefined) names.add(name)
    for (const branch of bracedParts(branching?.[2] ?? '')) collect(branch, names)
  }
}

/** What stands between matching braces, outermost level only. */
function bracedParts(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') {
      if (depth === 0) start = at + 1
      depth += 1
    } else if (text[at] === '}') {
      depth -= 1
      if (depth === 0) parts.push(text.slice(start, at))
    }
  }
  return parts
}
