import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures'

/** What Electron's security checklist asks of a page that was taken over; docs/technical/hardening.md has the whole table. */

test('no page can be left, embedded, opened beside ours, or made to save a file', async ({
  colophon,
  plan,
}) => {
  const page = await colophon.screen('first-run')
  const before = readdirSync(plan.folder('home')).sort()
  const tried = await page.evaluate(async () => {
    const settle = () => new Promise((resolve) => setTimeout(resolve, 300))
    const frame = (src: string) => {
      const element = document.createElement('iframe')
      element.src = src
      document.body.append(element)
    }
    const opened = [
      window.open('https://open.example/'),
      window.open('colophon://app/index.html'),
      window.open(''),
    ]
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
    const said: unknown[] = []
    window.addEventListener('message', (event) => said.push(event.data))
    const shouting = 'data:text/html,<script>parent.postMessage("ran", "*")</script>'
    for (const address of ['https://frame.example/', 'colophon://app/index.html', shouting]) frame(address)
    const form = document.createElement('form')
    form.action = 'https://form.example/'
    document.body.append(form)
    form.submit()
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['planted']))
    link.download = 'planted.txt'
    document.body.append(link)
    link.click()
    const webview = document.createElement('webview')
    webview.setAttribute('src', 'https://webview.example/')
    document.body.append(webview)
    await settle()
    for (const address of [
      'https://location.example/',
      'file:///etc/passwd',
      'data:text/html,x',
      'chrome://gpu',
    ]) {
      try {
        location.href = address
      } catch {
        // Refused at once.
      }
      await settle()
    }
    return {
      opened: opened.map((window) => window === null),
      frames: refused.filter((directive) => directive === 'frame-src'),
      said,
      webview: 'getWebContentsId' in webview,
      address: location.href,
    }
  })
  expect(tried).toEqual({
    opened: [true, true, true],
    frames: ['frame-src', 'frame-src', 'frame-src'],
    said: [],
    webview: false,
    address: 'colophon://app/index.html',
  })
  expect(await colophon.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  expect(readdirSync(plan.folder('home')).sort()).toEqual(before)
  expect(existsSync(join(plan.folder('home'), 'Downloads', 'planted.txt'))).toBe(false)
})

test('no page is given a permission, whatever it asks for', async ({ colophon }) => {
  const page = await colophon.screen('first-run')
  // The window is in front and has just been clicked, as when a real page asks.
  await page.getByRole('heading').first().click()
  const answers = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'screen-wake-lock',
    ]
    const states = await Promise.all(
      names.map(async (name) => [
        name,
        (await navigator.permissions.query({ name: name as PermissionName })).state,
      ]),
    )
    const outcome = async (ask: () => Promise<unknown>) => {
      try {
        return String(await ask())
      } catch {
        return 'refused'
      }
    }
    const position = () =>
      new Promise((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(() => resolve('given'), reject),
      )
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.3' }] })
    peer.createDataChannel('x')
    const candidates: string[] = []
    peer.onicecandidate = ({ candidate }) => candidate?.candidate && candidates.push(candidate.candidate)
    await peer.setLocalDescription()
    await new Promise((resolve) => setTimeout(resolve, 500))
    peer.close()
    return {
      states: Object.fromEntries(states),
      notification: await outcome(() => Notification.requestPermission()),
      position: await outcome(position),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      usb: await outcome(() =>
        (navigator as unknown as { usb: { requestDevice(o: object): Promise<unknown> } }).usb.requestDevice({
          filters: [],
        }),
      ),
      candidates,
    }
  })
  expect(Object.values(answers.states)).toEqual(Array(8).fill('denied'))
  expect(answers).toMatchObject({
    notification: 'denied',
    position: 'refused',
    camera: 'refused',
    screen: 'refused',
    clipboard: 'refused',
    usb: 'refused',
    candidates: [],
  })
})
