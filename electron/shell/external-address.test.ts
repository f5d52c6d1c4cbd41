import { describe, expect, it } from 'vitest'
import { externalAddress } from './external-address'

describe('an address to be opened in the browser', () => {
  it.each([
    'http://harbour.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@harbour.example',
    'ssh://harbour.example/',
    'colophon://app/index.html',
    'harbour.example',
    '//harbour.example/',
    '',
  ])('is refused when it is %j', (address) => {
    expect(externalAddress(address)).toBeNull()
  })

  it('shows a host of mixed or other scripts as punycode', () => {
    expect(externalAddress('https://p\u0430ypal.example/')?.host).toBe('xn--pypal-4ve.example')
    expect(externalAddress('https://나루.example/')?.shown).toBe('https://xn--910br1n.example/')
  })

  it('shows no control that turns text around', () => {
    const address = externalAddress('https://harbour.example/\u202egnp.exe?\u2066a#\u200f')
    expect(address?.shown).toBe('https://harbour.example/%E2%80%AEgnp.exe?%E2%81%A6a#%E2%80%8F')
    expect(externalAddress('https://harbour\u202e.example/')?.host ?? 'refused').toMatch(/^[\x20-\x7e]+$/)
  })

  it('drops a name that poses as the host', () => {
    const address = externalAddress('https://bank.example:secret@evil.example/')
    expect(address).toEqual({
      href: 'https://evil.example/',
      host: 'evil.example',
      shown: 'https://evil.example/',
    })
  })

  it('keeps the host in sight however long the rest is', () => {
    const address = externalAddress(`https://evil.example/${'a'.repeat(4000)}/bank.example`)
    expect(address?.host).toBe('evil.example')
    expect(address?.shown.length).toBeLessThanOrEqual(300)
    expect(address?.shown).toMatch(/^https:\/\/evil\.example\/a+….*bank\.example$/)
  })
})
