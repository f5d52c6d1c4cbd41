/** One line of a report on an import, in the words of the person's language. */
export type ReportLine = {
  readonly file: string
  readonly part: string | null
  readonly outcome: string
  readonly reason: string | null
}

const HEAD = {
  en: ['File', 'Part', 'Outcome', 'Reason'],
  ko: ['파일', '부분', '결과', '이유'],
} as const

/** What a spreadsheet takes for a formula when a cell begins with it (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/

/** A report as CSV (RFC 4180, UTF-8 with the mark by which spreadsheets know it), one line a file or part of one. */
export function renderImportReport(lines: readonly ReportLine[], locale: 'en' | 'ko'): string {
  const rows = lines.map(({ file, part, outcome, reason }) => [file, part ?? '', outcome, reason ?? ''])
  return `\uFEFF${[HEAD[locale], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: string): string {
  const harmless = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
