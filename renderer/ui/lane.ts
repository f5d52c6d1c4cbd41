/** How many lanes look different; the ninth source looks like the first again, and its card still tells them apart. */
const LANES = 8

/** What an element's `data-lane` is for the source with this weight (0 = first card); null: no source. */
export function laneName(lane: number | null): string {
  return lane === null ? 'none' : String(lane % LANES)
}
