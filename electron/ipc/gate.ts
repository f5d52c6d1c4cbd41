import { sentence } from '#domain/failure-sentences'
import type { Gate } from './handle'

/** The gate of an application: open while its vault is, speaking the window's language. */
export function createGate(application: {
  readonly isUnlocked: () => boolean
  readonly locale: () => 'en' | 'ko'
}): Gate {
  return {
    isUnlocked: application.isUnlocked,
    speak: (failure) => ({
      ok: false,
      failure: { ...failure, message: sentence(failure.code, application.locale(), failure.detail) },
    }),
    report: reportBug,
  }
}

/** Tells a developer where a bug showed, when asked for; logs are off by default and never hold content. */
export function reportBug(channel: string, error: unknown): void {
  if (process.env.COLOPHON_LOG !== '1') return
  const kind = error instanceof Error ? error.name : typeof error
  process.stderr.write(`colophon: ${channel} failed: ${kind}\n`)
}
