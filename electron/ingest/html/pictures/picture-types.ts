/**
 * Picture formats that the sandboxed page may decode, by their first bytes. SVG can hold scripts and is never taken from
 * a file.
 */
const SIGNATURES: readonly {
  readonly mediaType: string
  readonly matches: (bytes: Uint8Array) => boolean
}[] = [
  { mediaType: 'image/jpeg', matches: (bytes) => latin1(bytes, 0, 3) === '\xff\xd8\xff' },
  { mediaType: 'image/png', matches: (bytes) => latin1(bytes, 0, 4) === '\x89PNG' },
  { mediaType: 'image/gif', matches: (bytes) => latin1(bytes, 0, 4) === 'GIF8' },
  {
    mediaType: 'image/webp',
    matches: (bytes) => latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, 12) === 'WEBP',
  },
  { mediaType: 'image/avif', matches: (bytes) => /^ftypavi[fs]$/.test(latin1(bytes, 4, 12)) },
  { mediaType: 'image/bmp', matches: (bytes) => latin1(bytes, 0, 2) === 'BM' && bytes.length > 54 },
]

/** The media type of a picture that may be shown, told by its bytes; null for everything else. */
export function mediaTypeOfPicture(bytes: Uint8Array): string | null {
  return SIGNATURES.find((signature) => signature.matches(bytes))?.mediaType ?? null
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
