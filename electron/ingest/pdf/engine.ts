import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FailureCode } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'

/** Drawing tools of a browser that pdf.js looks for when it is loaded, and that reading text never uses. */
const DRAWING = ['DOMMatrix', 'ImageData', 'Path2D'] as const

/**
 * pdf.js, loaded with the first PDF so that no other import pays for it. Its worker runs in this process: it is handed
 * over, so that nothing is looked up on the disk.
 */
async function loadEngine(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  for (const name of DRAWING) if (!Reflect.has(globalThis, name)) Reflect.set(globalThis, name, class {})
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Reflect.set(globalThis, 'pdfjsWorker', worker)
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/**
 * Opens a PDF for its text: no script runs, no code is made from it, no font is loaded into anything, nothing is fetched.
 *
 * Fails with `file-encrypted` (a password is needed to read it) or `file-damaged`.
 */
export async function openPdf(bytes: Uint8Array): Promise<Result<PDFDocumentProxy, FailureCode>> {
  const { getDocument, VerbosityLevel } = await loadEngine()
  const task = getDocument({
    // A copy: pdf.js takes the bytes away from whoever gives them.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return ok(await task.promise)
  } catch (error) {
    await task.destroy()
    if (!(error instanceof Error)) throw error
    return failed(error.name === 'PasswordException' ? 'file-encrypted' : 'file-damaged')
  }
}
