declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** What runs in pdf.js's worker; here it is handed to its other half in the same process. */
  export const WorkerMessageHandler: unknown
}
