/** Joins the class names that hold; CSS modules type a missing name as undefined. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
