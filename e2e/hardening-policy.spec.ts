import { expect } from '@playwright/test'
import { test } from './fixtures'

/** The content security policy, tried from inside the live page. */

test('the page runs nothing that was written into it and loads nothing that is not its own', async ({
  colophon,
}) => {
  const page = await colophon.screen('first-run')
  const policy = await page.evaluate(async () => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
    Object.assign(window, { ran: [], seen })
    const ran = (window as unknown as { ran: string[] }).ran
    const settled = async (work: () => unknown, name: string) => {
      try {
        await work()
        ran.push(name)
      } catch {
        // Refused, as it should be.
      }
    }
    const make = (tag: string, attributes: Record<string, string>) => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      return element
    }
    const load = (tag: string, attributes: Record<string, string>) =>
      new Promise((resolve, reject) => {
        const element = make(tag, attributes)
        for (const name of ['load', 'loadeddata']) element.addEventListener(name, resolve)
        element.addEventListener('error', reject)
        document.body.append(element)
        // Nothing comes of an element that was not even tried.
        setTimeout(reject, 1000)
      })
    const open = (source: EventTarget) =>
      new Promise((resolve, reject) => {
        source.addEventListener('open', resolve)
        source.addEventListener('error', reject)
      })
    // The driver's own evaluation may use eval while it begins; what comes later may not.
    await new Promise((resolve) => setTimeout(resolve))
    // Text as script or markup: trusted types refuse the text itself.
    await settled(() => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'), 'markup')
    await settled(
      () => Object.assign(document.createElement('script'), { text: 'ran.push("text")' }),
      'script text',
    )
    // biome-ignore lint/security/noGlobalEval: that it does not work is the point
    await settled(() => globalThis.eval('1'), 'eval')
    await settled(() => new Function('return 1')(), 'Function')
    await settled(() => {
      const inline = document.createElement('script')
      inline.append('ran.push("inline script")')
      document.body.append(inline)
    }, 'script of text nodes')
    await settled(() => {
      const handler = make('button', { onclick: 'ran.push("inline handler")' })
      document.body.append(handler)
      handler.click()
      throw new Error('what counts is what has run')
    }, 'inline handler')
    // Styles.
    document.body.append(make('p', { style: 'color: red', id: 'styled' }))
    const style = document.createElement('style')
    style.append('#styled { position: fixed }')
    document.body.append(style)
    const styled = getComputedStyle(document.querySelector('#styled') as Element)
    if (styled.color === 'rgb(255, 0, 0)') ran.push('style attribute')
    if (styled.position === 'fixed') ran.push('style element')
    // Things from elsewhere.
    await settled(() => fetch('https://fetch.example/'), 'fetch')
    await settled(() => fetch('colophon://app/index.html'), 'fetch of our own')
    await settled(() => new Worker('colophon://app/worker.js'), 'worker')
    await settled(() => new Worker(URL.createObjectURL(new Blob(['1']))), 'worker from a blob')
    await settled(() => open(new WebSocket('wss://socket.example/')), 'socket')
    await settled(() => open(new EventSource('https://events.example/')), 'events')
    await settled(() => navigator.serviceWorker.register('colophon://app/worker.js'), 'service worker')
    await settled(() => import('https://module.example/a.js' as string), 'module')
    await settled(() => load('img', { src: 'https://image.example/a.png' }), 'image')
    await settled(() => load('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }), 'image from data')
    await settled(() => load('script', { src: 'https://script.example/a.js' }), 'script')
    await settled(
      () => load('link', { rel: 'stylesheet', href: 'https://style.example/a.css' }),
      'style sheet',
    )
    await settled(() => load('object', { data: 'https://object.example/a' }), 'object')
    await settled(() => load('video', { src: 'https://video.example/a.mp4' }), 'video')
    return { ran, seen: [...new Set(seen)].sort() }
  })
  expect(policy.ran).toEqual([])
  // Trusted types come first: what they refuse as text (an object, a worker, a handler) reaches no other directive.
  expect(policy.seen).toEqual([
    'connect-src',
    'img-src',
    'media-src',
    'require-trusted-types-for',
    'script-src-elem',
    'style-src-attr',
    'style-src-elem',
  ])
})
