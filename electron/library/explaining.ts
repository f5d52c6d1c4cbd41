import type { ShownExplanation } from '#contract/explanations'
import { ok, type Result } from '#domain/result'
import type { Library } from './library'
import { readCapture } from './reading'

/**
 * Where each finding of a capture comes from. The engine is loaded only now, for the few who ask; it reads again what the
 * parser process has read to its end before. Fails with `capture-not-found`.
 */
export async function explainCapture(
  library: Library,
  input: { readonly captureId: string },
): Promise<Result<ShownExplanation[]>> {
  const capture = readCapture(library, input.captureId)
  if (!capture.ok) return capture
  const { explain } = await import('#domain/analysis/explain')
  return ok(explain(capture.value).map((each) => ({ ...each, features: [...each.features] })))
}
