import {
  batched,
  bodyOf,
  type Context,
  escaped,
  fitsXml,
  type HostileCase,
  inSentence,
  isMarkup,
  isShort,
  plainBodyOf,
  single,
  urlOf,
} from './context'

const words = { showsWords: true }
const sign = (each: HostileCase) => `Sign reads ${each.payload.words} at the quay`
const told = (each: HostileCase) => bodyOf(each, `<p>${escaped(inSentence(each.payload.words))}</p>`)

function rss(items: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>${items.join('')}</channel></rss>`
}

const item = (each: HostileCase, title: string, body: string, more = '') =>
  `<item><title>${title}</title><link>${urlOf(each)}</link>${more}<content:encoded>${body}</content:encoded></item>`

const FEED_CONTEXTS: readonly Context[] = [
  batched(
    'RSS, title',
    'xml',
    (cases) => rss(cases.map((each) => item(each, escaped(escaped(sign(each))), escaped(bodyOf(each, ''))))),
    { accepts: (payload) => fitsXml(payload) && isShort(payload), ...words },
  ),
  batched(
    'RSS, markup in the story',
    'xml',
    (cases) =>
      rss(cases.map((each) => item(each, each.story.headline, escaped(bodyOf(each, each.payload.words))))),
    { accepts: (payload) => isMarkup(payload) && fitsXml(payload) },
  ),
  batched(
    'RSS, words in the story',
    'xml',
    (cases) => rss(cases.map((each) => item(each, each.story.headline, escaped(told(each))))),
    { accepts: fitsXml, ...words },
  ),
  batched(
    'RSS, author, address and picture',
    'xml',
    (cases) =>
      rss(
        cases.map((each) => {
          const hostile = escaped(each.payload.words)
          const more = `<dc:creator>${hostile}</dc:creator><author>${hostile}</author><guid>${hostile}</guid><category>${hostile}</category><enclosure url="${hostile}" type="image/png"/><comments>${hostile}</comments>`
          return item(each, each.story.headline, escaped(bodyOf(each, '')), more)
        }),
      ),
    { accepts: fitsXml },
  ),
  batched(
    'Atom, everything',
    'xml',
    (cases) => {
      const entries = cases.map((each) => {
        const hostile = escaped(each.payload.words)
        return `<entry><title type="html">${escaped(hostile)}</title><id>${each.number}</id><updated>2024-01-04T07:15:00Z</updated><author><name>${hostile}</name><uri>${hostile}</uri></author><link href="${hostile}"/><rights>${hostile}</rights><content type="html">${escaped(told(each))}</content></entry>`
      })
      return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>${entries.join('')}</feed>`
    },
    { accepts: fitsXml, ...words },
  ),
  batched(
    'JSON Feed, everything',
    'json',
    (cases) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Harbour Post',
        items: cases.map((each) => {
          const { words: hostile } = each.payload
          return {
            id: `${each.number}`,
            url: urlOf(each),
            external_url: hostile,
            image: hostile,
            title: each.story.headline,
            authors: [{ name: hostile, url: hostile }],
            content_html: told(each),
          }
        }),
      }),
    words,
  ),
]

const ninjs = (each: HostileCase, headline: string, body: string, by: string) => ({
  uri: urlOf(each),
  type: 'text',
  headline,
  byline: by,
  located: by,
  copyrightholder: by,
  usageterms: by,
  body_html: body,
})

const JSON_CONTEXTS: readonly Context[] = [
  batched(
    'ninjs, headline',
    'json',
    (cases) =>
      JSON.stringify(
        cases.map((each) => ninjs(each, escaped(sign(each)), bodyOf(each, ''), each.story.author)),
      ),
    { accepts: isShort, ...words },
  ),
  batched('ninjs, makers and markup', 'json', (cases) =>
    JSON.stringify(
      cases.map((each) =>
        ninjs(each, each.story.headline, bodyOf(each, each.payload.words), each.payload.words),
      ),
    ),
  ),
  batched(
    'schema.org, body of words',
    'json',
    (cases) =>
      JSON.stringify({
        '@graph': cases.map((each) => ({
          '@context': 'https://schema.org',
          '@type': 'NewsArticle',
          headline: each.story.headline,
          url: urlOf(each),
          author: [{ '@type': 'Person', name: each.payload.words }],
          publisher: { name: each.payload.words },
          articleBody: plainBodyOf(each),
        })),
      }),
    // Markup in it makes it a body of markup.
    { accepts: ({ words: hostile }) => !/<(?:p|br|div|h\d)[\s>/]/i.test(hostile), ...words },
  ),
  batched('Wallabag, everything', 'json', (cases) =>
    JSON.stringify(
      cases.map((each) => ({
        title: each.payload.words,
        url: urlOf(each),
        content: bodyOf(each, each.payload.words),
        published_by: [each.payload.words],
        preview_picture: each.payload.words,
        tags: [each.payload.words],
        domain_name: each.payload.words,
      })),
    ),
  ),
]

const encodedWord = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n')

type Mail = {
  readonly subject?: string
  readonly from?: string
  readonly type: string
  readonly body: string
  readonly more?: readonly string[]
}

function mail(each: HostileCase, { subject, from, type, body, more = [] }: Mail): string {
  return [
    `From: ${from === undefined ? 'Harbour Post' : encodedWord(from)} <post@harbour.example>`,
    'To: reader@mail.example',
    `Subject: ${encodedWord(subject ?? each.story.headline)}`,
    'Date: Thu, 4 Jan 2024 07:15:00 +0000',
    `Message-ID: <${each.number}@harbour.example>`,
    'MIME-Version: 1.0',
    ...more,
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(body),
    '',
  ].join('\n')
}

const mbox = (messages: readonly string[]) =>
  messages.map((message) => `From post@harbour.example Thu Jan  4 07:15:00 2024\n${message}\n`).join('')
const TEXT = 'text/plain; charset=utf-8'
const HTML = 'text/html; charset=utf-8'

const MAIL_CONTEXTS: readonly Context[] = [
  batched(
    'mailbox, subject and sender',
    'mbox',
    (cases) =>
      mbox(
        cases.map((each) =>
          mail(each, {
            subject: sign(each),
            from: each.payload.words,
            type: TEXT,
            body: plainBodyOf(each, 'nothing'),
          }),
        ),
      ),
    { accepts: isShort },
  ),
  batched(
    'mailbox, plain text',
    'mbox',
    (cases) => mbox(cases.map((each) => mail(each, { type: TEXT, body: plainBodyOf(each) }))),
    words,
  ),
  batched(
    'mailbox, markup',
    'mbox',
    (cases) => mbox(cases.map((each) => mail(each, { type: HTML, body: bodyOf(each, each.payload.words) }))),
    { accepts: isMarkup },
  ),
  single('e-mail, other headers', 'eml', (each) => {
    const hostile = encodedWord(each.payload.words)
    const more = ['Reply-To', 'List-Archive', 'Content-Base', 'X-Mailer', 'List-Unsubscribe'].map(
      (name) => `${name}: ${hostile}`,
    )
    return mail(each, { type: TEXT, body: plainBodyOf(each, 'nothing'), more })
  }),
  single('e-mail, names of parts', 'eml', (each) => {
    const name = encodeURIComponent(each.payload.words.toWellFormed())
    return [
      `From: Harbour Post <post@harbour.example>\nTo: reader@mail.example\nSubject: ${each.story.headline}`,
      'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=aa\n',
      `--aa\nContent-Type: ${HTML}\nContent-Transfer-Encoding: base64\n\n${base64(bodyOf(each, `<img width=600 src="cid:${name}">`))}`,
      `--aa\nContent-Type: image/png; name*=utf-8''${name}\nContent-ID: <${name}>\nContent-Location: ${name}\nContent-Disposition: attachment; filename*=utf-8''${name}\n\nx`,
      '--aa--\n',
    ].join('\n')
  }),
  single('MHTML, markup and addresses', 'mhtml', (each) => {
    const location = `${urlOf(each)}?${encodeURIComponent(each.payload.words.toWellFormed())}`
    return [
      `From: <Saved>\nSnapshot-Content-Location: ${location}\nSubject: ${encodedWord(each.payload.words)}`,
      'Date: Thu, 4 Jan 2024 07:15:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary=aa\n',
      `--aa\nContent-Type: ${HTML}\nContent-Location: ${location}\nContent-Transfer-Encoding: base64\n\n${base64(`<!doctype html><title>${each.story.headline}</title><article><h1>${each.story.headline}</h1>${bodyOf(each, each.payload.words)}</article>`)}`,
      '--aa--\n',
    ].join('\n')
  }),
]

export const TOLD_CONTEXTS: readonly Context[] = [...FEED_CONTEXTS, ...JSON_CONTEXTS, ...MAIL_CONTEXTS]
