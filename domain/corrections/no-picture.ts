import type { Picture } from '../analysis/findings'

/** Whether nothing is left of a picture: the reader said that there is none. */
export function isNoPicture(picture: Picture): boolean {
  return picture.alt === null && picture.caption === null && picture.range === null && picture.src === null
}
