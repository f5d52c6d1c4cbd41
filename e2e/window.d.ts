import type { Surface } from '#contract/surface'

declare global {
  interface Window {
    /** What the preload script exposes; used by tests to set a scene, never to check one. */
    readonly colophon: Surface
  }
}
