/** What stood in the window when one article was open. */
export type Look = {
  /** The words of everything seen and told: row, article, and the credits beside it. */
  readonly words: string
  /** Elements, attributes and addresses that article content must never bring into the page. */
  readonly foreign: readonly string[]
}

/** Looks at the open article, whose row is the one of this number. Runs in the page. */
export function look(index: number): Look {
  const loading =
    /^(?:script|style|link|meta|base|i?frame|frameset|object|embed|applet|form|audio|video|source|track|portal|marquee|math|foreignobject|animate|set)$/
  const addressing =
    /^(?:href|src|srcset|action|formaction|xlink:href|poster|background|data|ping|manifest|cite)$/
  const isOwn = (address: string) => /^(?:blob:colophon:|#|\.?\/?assets\/)/.test(address)
  const foreignIn = (element: Element) => {
    const name = element.localName
    const attributes = [...element.attributes].filter(({ name: attribute, value }) => {
      if (attribute.startsWith('on') || attribute === 'srcdoc') return true
      // A link may lead out of the page; nothing else may, and no link to anything but a page of the net.
      const isLink = name === 'a' && /^https?:/i.test(value)
      return addressing.test(attribute) && !isOwn(value) && !isLink
    })
    return [
      ...(loading.test(name) ? [name] : []),
      ...attributes.map(({ name: attribute, value }) => `${name} ${attribute}=${value}`),
    ]
  }
  const row = document.querySelector(`[role=listbox] [role=option][data-index="${index}"]`)
  const parts = [...document.querySelectorAll('main, [aria-label=Colophon]')]
  const inside = [row, ...parts].flatMap((part) => (part === null ? [] : [...part.querySelectorAll('*')]))
  // Marks in the margin stand between the pieces of the text.
  const pieces = [...document.querySelectorAll('main article [data-from]')]
  const told = inside.flatMap((element) => [
    element.getAttribute('title'),
    element.getAttribute('aria-label'),
  ])
  return {
    words: [
      row?.textContent,
      ...parts.map((part) => part.textContent),
      ...told.filter(Boolean),
      pieces.map((piece) => piece.textContent).join(''),
    ].join('\n'),
    foreign: inside.flatMap(foreignIn),
  }
}
