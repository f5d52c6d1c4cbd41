import { describe, expect, it } from 'vitest'
import { isTrustedSender } from './trusted-sender'

type Sender = Parameters<typeof isTrustedSender>[0]

/** A message from a frame at `url`, which is the main frame or one inside it. */
function messageFrom(url: string, main = true): Sender {
  const frame = { url }
  return { senderFrame: frame, sender: { mainFrame: main ? frame : { url } } } as unknown as Sender
}

describe('a message', () => {
  it('is trusted from the main frame of our own page', () => {
    expect(isTrustedSender(messageFrom('colophon://app/index.html'))).toBe(true)
  })

  it.each([
    'https://app/index.html',
    'colophon://other/index.html',
    'colophon://app.evil/index.html',
    'file:///index.html',
    'about:blank',
    '',
  ])('is refused from %s', (url) => {
    expect(isTrustedSender(messageFrom(url))).toBe(false)
  })

  it('is refused from a frame inside our page, and from one that is gone', () => {
    expect(isTrustedSender(messageFrom('colophon://app/index.html', false))).toBe(false)
    expect(isTrustedSender({ ...messageFrom('colophon://app/index.html'), senderFrame: null })).toBe(false)
  })
})
