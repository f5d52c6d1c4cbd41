import { lstat, readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { LIMITS } from '../ingest/limits'
import type { Companion } from '../ingest/member'

/** Endings of pictures that a page may show: scripts and style sheets of a saved page stay where they are. */
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|bmp)(?:\.[\w-]{1,12})?$/i
/** Browsers that do not know a picture's type save it without an ending. */
const NO_ENDING = /^[^.]+$/

/**
 * The pictures that a browser saved beside a page, in `page_files` of `page.html`; none for any other file. What cannot be
 * read, or is over the limits, is left out: the page then states that the picture is not in the file.
 */
export async function companionsOf(path: string): Promise<Companion[]> {
  const page = /^(.*)\.x?html?$/i.exec(basename(path))?.[1]
  if (page === undefined) return []
  const folder = `${page}_files`
  const names = await namesIn(join(dirname(path), folder))
  const companions: Companion[] = []
  let total = 0
  for (const name of names.filter((each) => PICTURE.test(each) || NO_ENDING.test(each))) {
    const file = join(dirname(path), folder, name)
    const size = await lstat(file)
      .then((kind) => (kind.isFile() ? kind.size : 0))
      .catch(() => 0)
    if (size === 0 || size > LIMITS.pictureFile || total + size > LIMITS.pictureFiles) continue
    const bytes = await readFile(file).catch(() => null)
    if (bytes === null) continue
    total += size
    companions.push({ path: `${folder}/${name}`, bytes })
  }
  return companions
}

/** A folder that is a link is passed over, as a file in it that is one: it may lead to any file of this person's. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await lstat(folder)).isDirectory() ? await readdir(folder) : []
  } catch {
    return []
  }
}
