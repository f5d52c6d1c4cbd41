/**
 * Every limit of the parser in one table (SECURITY.md, Hostile input). Sizes in bytes, times in milliseconds.
 * A file over a limit is refused with a sentence; the next file goes on.
 */
export const LIMITS = {
  /** A file as it lies on the disk. */
  input: 100 * 1024 ** 2,
  /** One record of a container, and all of them, inflated. */
  recordInflated: 256 * 1024 ** 2,
  totalInflated: 2 * 1024 ** 3,
  /** Inflated to deflated, past the first MiB. */
  inflationRatio: 100,
  inflationRatioFrom: 1024 ** 2,
  /** Files of one ZIP, and archives inside of archives. */
  zipEntries: 20_000,
  archiveDepth: 4,
  /** Articles of one file. */
  members: 20_000,
  mimeDepth: 50,
  mimeParts: 1_000,
  /** Pages of one PDF: a thick book. */
  pdfPages: 2_000,
  /** Pixels of one picture. */
  picturePixels: 50_000_000,
  /** Frames of one picture that moves; long ones have some hundreds. */
  pictureFrames: 2_000,
  /** One picture's file, and all that one capture brings. */
  pictureFile: 20 * 1024 ** 2,
  pictureFiles: 60 * 1024 ** 2,
  /** From handing a file to the parser to its answer. */
  parseTime: 60_000,
  /**
   * What the parser works on one file with all its articles: an archive could go on for ever at nearly a minute each. The
   * most articles that a file may hold take a slow machine some 15 minutes.
   */
  fileTime: 20 * 60_000,
  /** What comes on top for each file beside it that it was given: a library of thousands of PDF files is one file of a list. */
  besideTime: 5_000,
  /** Heap of the parser process, MiB (`--max-old-space-size`). */
  parserHeap: 512,
  /** Elements deeper than this are hoisted to it, as browsers do (Chromium: 512). Real pages stay below 100. */
  elementDepth: 128,
  /** Elements of one page. The largest saved pages have some 50,000; extraction is not linear in them. */
  elements: 80_000,
} as const

/** The limits that the client of the parser process holds it to. */
export type ParserLimits = {
  readonly input: number
  readonly parseTime: number
  readonly fileTime: number
  readonly besideTime: number
}
