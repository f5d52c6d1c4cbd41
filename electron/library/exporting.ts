import type { ExportManifest } from '#contract/exporting'
import { failure } from '#domain/failure'
import { failed, type Result } from '#domain/result'
export async function writeExport(..._args: unknown[]): Promise<Result<ExportManifest>> {
  return failed(failure('not-in-this-version'))
}
