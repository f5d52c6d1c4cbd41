import { HTML, type Seed, utf8 } from './seed'
import { MARKUP_TOKENS, MESSAGE_TOKENS } from './tokens'

const EMAIL = `From: "Harbour Post" <post@harbour.example>\r\nTo: reader@mail.example\r\nSubject: =?utf-8?q?Pier_closed?=\r\nDate: Thu, 4 Jan 2024 07:15:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="aa"\r\n\r\n--aa\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe pier=20is closed, said Ana Ruiz.\r\n--aa\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(HTML).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--aa--\r\n`

const MHTML = `From: <Saved>\r\nSnapshot-Content-Location: https://harbour.example/pier\r\nSubject: Pier closed\r\nDate: Thu, 4 Jan 2024 07:15:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----x"\r\n\r\n------x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://harbour.example/pier\r\n\r\n${HTML}\r\n------x\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://harbour.example/pier.jpg\r\n\r\nR0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=\r\n------x--\r\n`

const MESSAGE = `From post@harbour.example Thu Jan  4 07:15:00 2024\n${EMAIL.replaceAll('\r\n', '\n')}\n`

const tokens = [...MESSAGE_TOKENS, ...MARKUP_TOKENS]

export const MESSAGE_SEEDS: readonly Seed[] = [
  { name: 'e-mail', fileName: 'a.eml', bytes: utf8(EMAIL), tokens },
  { name: 'MHTML', fileName: 'a.mhtml', bytes: utf8(MHTML), tokens },
  { name: 'mailbox', fileName: 'a.mbox', bytes: utf8(MESSAGE + MESSAGE), tokens },
]
