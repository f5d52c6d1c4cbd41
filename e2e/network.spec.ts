import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, expect } from '@playwright/test'
import { launchPlan } from '../tools/as-user/launch-plan.mjs'
import { inProject } from '../tools/console/project.mjs'
import { describeCall, leavesMachine } from '../tools/network/network-calls.mjs'
import { type Watch, watchNetwork, whyNotWatched } from '../tools/network/watch.mjs'
import { Colophon, test } from './fixtures'
import { FirstRun } from './pages/first-run'
import { LockScreen } from './pages/lock-screen'
import { ReadingRoom } from './pages/reading-room'

/** A page that would call home in every way that a saved page can, while it is read or while it is looked at. */
const HOSTILE_PAGE = `<!doctype html>
<html lang="en"><head>
<meta charset="utf-8">
<title>Ferry company says nothing</title>
<meta http-equiv="refresh" content="0; url=https://refresh.hostile.example/">
<base href="https://base.hostile.example/">
<link rel="dns-prefetch" href="//prefetch.hostile.example">
<link rel="preconnect" href="https://preconnect.hostile.example">
<link rel="stylesheet" href="https://style.hostile.example/a.css">
<link rel="icon" href="https://icon.hostile.example/a.ico">
<link rel="manifest" href="https://manifest.hostile.example/a.json">
<style>@import "https://import.hostile.example/a.css"; body { background: url(https://css.hostile.example/a.png) }</style>
<script src="https://script.hostile.example/a.js"></script>
<script>fetch('https://fetch.hostile.example/'); new Image().src = 'https://beacon.hostile.example/'</script>
</head><body>
<article>
<h1>Ferry company says nothing</h1>
<p>“We have no comment,” a spokesperson of the ferry company at Port Ellin told <a href="https://link.hostile.example/a" ping="https://ping.hostile.example/">the Harbour Post</a> on Monday.</p>
<p>Two deckhands, who asked not to be named because they fear for their work, said the boat had left without them.</p>
<figure><img src="https://image.hostile.example/a.png" srcset="https://srcset.hostile.example/a.png 2x" onerror="fetch('https://onerror.hostile.example/')" alt="The ferry"><figcaption>The ferry at its pier.</figcaption></figure>
<img src="//192.0.2.44/pixel.gif" width="1" height="1">
<iframe src="https://frame.hostile.example/"></iframe>
<object data="https://object.hostile.example/a.swf"></object><embed src="https://embed.hostile.example/a.pdf">
<video src="https://video.hostile.example/a.mp4" poster="https://poster.hostile.example/a.png" autoplay></video>
<audio src="https://audio.hostile.example/a.mp3" autoplay></audio>
<svg><image href="https://svg.hostile.example/a.png"/><use href="https://use.hostile.example/a.svg#x"/></svg>
<form action="https://form.hostile.example/"><input name="a"></form>
</article></body></html>`

const UNWATCHED = whyNotWatched()

test.describe('from the first start to the end', () => {
  test.use({ watched: true })

  test('a whole session with hostile pages makes no network call', async ({ colophon, plan }) => {
    test.setTimeout(240_000)
    const incoming = plan.folder('incoming')
    writeFileSync(join(incoming, 'ferry.html'), HOSTILE_PAGE, { mode: 0o644 })
    const first = new FirstRun(await colophon.screen('first-run'))
    const passphrase = await first.offeredWords()
    await first.create('Quiet', passphrase, true)
    let room = new ReadingRoom(await colophon.screen('library'))

    await colophon.chooseInDialogs([incoming])
    await colophon.chooseMenu('Import Folder…')
    await room.open(/Ferry company says nothing/)
    await expect(room.text).toContainText('left without them')
    await room.tab('Credits')
    await room.search('ferry')
    await expect(room.library.getByRole('listbox', { name: 'Articles found' })).toBeVisible()
    await room.search('')
    await room.open(/Ferry company says nothing/)
    await room.select('left without them')
    await room.page.keyboard.press('h')
    await room.tab('Notes')
    await expect(room.card(/left without them/)).toBeVisible()

    await colophon.chooseInDialogs([plan.folder('exported')])
    await colophon.chooseMenu('Export…')
    const dialog = room.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Choose a folder and write' }).click()
    await expect(dialog).toContainText('One file was written.')
    await room.page.keyboard.press('Escape')

    await colophon.chooseMenu('Lock')
    await new LockScreen(await colophon.screen('locked')).unlock(passphrase)
    room = new ReadingRoom(await colophon.screen('library'))
    await room.open(/Ferry company says nothing/)
  })
})

test.describe('the check itself', () => {
  test.skip(UNWATCHED !== undefined, `network calls cannot be watched: ${UNWATCHED}`)

  /** What has left the machine so far, in words. */
  const leaving = (watch: Watch) => watch.soFar().filter(leavesMachine).map(describeCall)

  test('catches a fetch, a look-up and a datagram that are planted in our own main process', async () => {
    const watch = watchNetwork(await launchPlan())
    const colophon = await Colophon.start(watch.plan, join('out', 'e2e', 'pictures', 'planted'))
    await colophon.screen('first-run')
    expect(leaving(watch)).toEqual([])
    await colophon.app.evaluate(async () => {
      const { lookup } = process.getBuiltinModule('node:dns')
      const socket = process.getBuiltinModule('node:dgram').createSocket('udp4')
      socket.on('error', () => {})
      socket.send('planted', 9, '192.0.2.9')
      lookup('planted.example', () => {})
      await fetch('http://192.0.2.8:8080/', { signal: AbortSignal.timeout(500) }).catch(() => {})
    })
    await expect.poll(() => leaving(watch).join('\n')).toContain('192.0.2.8:8080')
    await expect.poll(() => leaving(watch).join('\n')).toContain('192.0.2.9:9')
    await expect.poll(() => leaving(watch).join('\n')).toMatch(/:53$/m)
    await colophon.quit()
    watch.plan.dispose()
    watch.dispose()
  })

  test('catches what a blank window does when nothing is done about it', async () => {
    const watch = watchNetwork(await launchPlan({ appDir: inProject('tools/bench/blank-app') }))
    const { plan } = watch
    const blank = await _electron.launch({
      executablePath: plan.executablePath,
      args: [...plan.args, `--user-data-dir=${plan.folder('profile')}`],
      env: plan.env,
      chromiumSandbox: plan.sandbox,
    })
    await blank.firstWindow()
    await expect.poll(() => leaving(watch).length, { timeout: 60_000 }).toBeGreaterThan(0)
    test.info().annotations.push({ type: 'blank window', description: leaving(watch).join(', ') })
    await blank.close()
    plan.dispose()
    watch.dispose()
  })
})
