import { type BrowserWindow, dialog, shell } from 'electron'
import { externalAddress } from './external-address'

/** The words of the question, in the window's language. */
const WORDS = {
  en: {
    message: 'Open this address in your browser?',
    warning: 'Your browser will contact this server. Colophon itself never uses the network.',
    open: 'Open in browser',
    cancel: 'Cancel',
  },
  ko: {
    message: '이 주소를 브라우저에서 열까요?',
    warning: '브라우저가 이 서버에 접속합니다. Colophon 자체는 네트워크를 사용하지 않습니다.',
    open: '브라우저에서 열기',
    cancel: '취소',
  },
} as const

/** Shows where an address leads and asks; opens only `https:`. Resolves to whether it was opened. */
export async function openExternal(
  window: BrowserWindow,
  address: string,
  locale: 'en' | 'ko',
): Promise<boolean> {
  const external = externalAddress(address)
  if (external === null) return false
  const words = WORDS[locale]
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.message,
    detail: `${external.host}\n\n${external.shown}\n\n${words.warning}`,
    buttons: [words.open, words.cancel],
    defaultId: 1,
    cancelId: 1,
  })
  if (response !== 0) return false
  await shell.openExternal(external.href)
  return true
}
