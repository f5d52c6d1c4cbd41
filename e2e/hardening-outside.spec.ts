import { expect } from '@playwright/test'
import { test } from './fixtures'
import { openLibrary } from './pages/open-library'

/** What Electron's security checklist asks of the ways out of the application; docs/technical/hardening.md has the whole table. */

test('no session of the process has a network, and our scheme serves only the page', async ({ colophon }) => {
  await colophon.screen('first-run')
  const outcomes = await colophon.app.evaluate(async ({ session }) => {
    const own = session.fromPartition('colophon')
    const other = session.fromPartition('persist:another')
    const fetched = async (from: Electron.Session, address: string) => {
      try {
        return (await from.fetch(address)).status
      } catch (error) {
        return String(error).includes('BLOCKED_BY_CLIENT') ? 'blocked' : String(error)
      }
    }
    const outside = await Promise.all(
      [session.defaultSession, own, other].flatMap((each) =>
        ['https://fetch.example/', 'http://192.0.2.5/', 'file:///etc/passwd'].map((address) =>
          fetched(each, address),
        ),
      ),
    )
    const paths = [
      'index.html',
      '%2e%2e/main/main.js',
      '..%2fmain%2fmain.js',
      '%00',
      '%',
      '',
      'assets/',
      '../../package.json',
    ]
    const inside = await Promise.all(paths.map((path) => fetched(own, `colophon://app/${path}`)))
    return { outside, inside, host: await fetched(own, 'colophon://other/index.html') }
  })
  expect(outcomes.outside).toEqual(Array(3).fill(['blocked', 'blocked', 403]).flat())
  expect(outcomes.inside).toEqual([200, 404, 404, 404, 404, 404, 404, 404])
  expect(outcomes.host).toBe(404)
})

test('a link is opened only when it is https and the person, seeing where it leads, says yes', async ({
  colophon,
}) => {
  const { room } = await openLibrary(colophon)
  await colophon.app.evaluate(({ dialog, shell }) => {
    const seen = { asked: [] as string[], opened: [] as string[], answer: 1 }
    Object.assign(globalThis, { seen })
    dialog.showMessageBox = (async (_window: unknown, options: Electron.MessageBoxOptions) => {
      seen.asked.push(options.detail ?? '')
      return { response: seen.answer, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
    shell.openExternal = async (url: string) => void seen.opened.push(url)
  })
  const seen = () =>
    colophon.app.evaluate(
      () => (globalThis as unknown as { seen: { asked: string[]; opened: string[] } }).seen,
    )
  const open = (url: string) =>
    room.page.evaluate((address) => window.colophon.shell['open-external']({ url: address }), url)

  for (const url of [
    'http://a.example/',
    'file:///etc/passwd',
    'javascript:1',
    'mailto:a@a.example',
    'smb://a.example/',
  ])
    expect(await open(url)).toEqual({ ok: true, value: false })
  expect(await seen()).toMatchObject({ asked: [], opened: [] })

  expect(await open('https://bank.example@p\u0430ypal.example/\u202egnp')).toEqual({ ok: true, value: false })
  const { asked, opened } = await seen()
  expect(asked[0]).toMatch(/^xn--pypal-4ve\.example\n\nhttps:\/\/xn--pypal-4ve\.example\/%E2%80%AEgnp\n/)
  expect(opened).toEqual([])

  await colophon.app.evaluate(() =>
    Object.assign((globalThis as unknown as { seen: object }).seen, { answer: 0 }),
  )
  expect(await open('https://harbour.example/a')).toEqual({ ok: true, value: true })
  expect((await seen()).opened).toEqual(['https://harbour.example/a'])
})
