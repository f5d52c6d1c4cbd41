/** A gate that work passes between two steps; while it is held the work waits there. */
export type Hold = {
  readonly set: (held: boolean) => void
  /** Resolves when the gate is open: at once, or when it is opened. */
  readonly passed: () => Promise<void>
}

export function createHold(): Hold {
  let waiting: { readonly gate: Promise<void>; readonly open: () => void } | null = null
  return {
    set: (held) => {
      if (!held) {
        waiting?.open()
        waiting = null
      } else if (waiting === null) {
        let open = () => {}
        const gate = new Promise<void>((resolve) => {
          open = resolve
        })
        waiting = { gate, open }
      }
    },
    passed: () => waiting?.gate ?? Promise.resolve(),
  }
}
