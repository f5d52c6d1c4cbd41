import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { inflated } from '../inflation'
import { type ContainerReader, whole } from '../member'
import { latin1 } from '../sniff'
import { readWarc } from './warc'

/** A gzipped file is what is in it. A gzipped WARC is one record a gzip member, which its own reader parts. */
export const readGzip: ContainerReader = async function* (input, inside) {
  const { bytes, fileName } = input
  const inner = inflated(bytes, 'gzip', inside.budget)
  if (inner === 'over-limits' || inner === 'damaged') {
    yield whole(() => failed(failure(`file-${inner}`, { file: fileName })))
  } else if (latin1(inner.subarray(0, 5)) === 'WARC/') {
    yield* readWarc(input, inside)
  } else {
    yield* inside.articlesOf({ ...input, bytes: inner, fileName: fileName.replace(/\.gz$/i, '') })
  }
}
