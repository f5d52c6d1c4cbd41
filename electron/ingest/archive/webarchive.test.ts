import { describe, expect, it } from 'vitest'
import { draftsOf } from '../read-file'
import { type PlistValue, smallPlist } from './testing/small-plist'

const GIF = Buffer.concat([
  Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
  Buffer.alloc(500),
])
const PAGE = `<!doctype html><html lang="en"><title>Ferry cut by half</title><article><h1>Ferry cut by half</h1>
<p>The winter timetable was cut by half on Thursday, the island council said in a letter to every household.</p>
<img src="/quay.gif" alt="The quay"><p>“We learned of it from a notice,” said Per Lund. 배는 끊겼다고 했다.</p></article></html>`

const resource = (url: string, type: string, bytes: Uint8Array): PlistValue => ({
  WebResourceURL: url,
  WebResourceMIMEType: type,
  WebResourceTextEncodingName: 'UTF-8',
  WebResourceFrameName: '',
  WebResourceData: bytes,
})
const ARCHIVE = {
  WebMainResource: resource('https://post.example/ferry', 'text/html', Buffer.from(PAGE)),
  WebSubresources: [
    resource('https://post.example/quay.gif', 'image/gif', GIF),
    resource('https://post.example/배.css', 'text/css', Buffer.from('p {}')),
  ],
}

async function outcomeOf(bytes: Uint8Array) {
  for await (const { result } of draftsOf({ bytes, fileName: 'page.webarchive' })) return result
  throw new Error('no answer')
}

describe('a page that Safari saved', () => {
  it('is its article with its address and its pictures', async () => {
    const result = await outcomeOf(smallPlist(ARCHIVE))
    if (!result.ok) throw new Error(result.failure.code)
    const { text, analysis, pictureFiles } = result.value
    expect(text).toContain('배는 끊겼다고 했다.')
    expect(analysis.facts).toMatchObject({
      headline: { value: 'Ferry cut by half' },
      url: { value: 'https://post.example/ferry', from: 'webarchive' },
    })
    expect(pictureFiles.map(({ mediaType }) => mediaType)).toEqual(['image/gif'])
  })

  it.each([
    ['without a page', smallPlist({ WebSubresources: [] }), 'file-not-an-article'],
    ['that is a list of something else', smallPlist(['a']), 'file-damaged'],
    ['broken off', smallPlist(ARCHIVE).subarray(0, 900), 'file-damaged'],
    ['with nothing in it', Buffer.from('bplist00'), 'file-damaged'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await outcomeOf(bytes)).toMatchObject({ ok: false, failure: { code } })
  })

  it('that holds itself is refused', async () => {
    const list = Buffer.from(smallPlist({ WebMainResource: ['a'] }))
    expect(await outcomeOf(list)).toMatchObject({ failure: { code: 'file-not-an-article' } })
    // The array names the whole as its member.
    list.writeUInt16BE(0, list.indexOf(0xa1) + 1)
    expect(await outcomeOf(list)).toMatchObject({ ok: false, failure: { code: 'file-damaged' } })
  })
})
