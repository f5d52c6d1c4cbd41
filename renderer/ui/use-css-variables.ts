import { type RefObject, useLayoutEffect } from 'react'

/** CSS custom properties by name; null takes one away. */
export type CssVariables = Readonly<Record<`--${string}`, string | number | null>>

/** Sets custom properties on an element through the CSSOM, which the page's policy allows (no style attributes). */
export function setCssVariables(element: HTMLElement | SVGElement, variables: CssVariables): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === null) element.style.removeProperty(name)
    else element.style.setProperty(name, String(value))
  }
}

/**
 * Keeps custom properties of the element behind `ref` up to date, before the browser paints. The only way in which
 * a component gives a value that is known at run time to its style sheet; `style=` is not used (SECURITY.md).
 */
export function useCssVariables(
  ref: RefObject<HTMLElement | SVGElement | null>,
  variables: CssVariables,
): void {
  useLayoutEffect(() => {
    if (ref.current) setCssVariables(ref.current, variables)
  })
}
