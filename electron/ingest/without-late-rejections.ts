/**
 * Lets a promise be rejected that nobody waits for. pdf.js leaves such promises behind of a broken file, long after it was
 * read or refused; plain Node would end the process for them, and with it whatever file is read by then. (Electron only
 * warns.) Our own code waits for all of its promises, and a bug in it is thrown: `serve-files.ts`.
 */
export function withoutLateRejections(): void {
  process.on('unhandledRejection', () => {})
}
