import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planFiles, writeFiles } from './write-files'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-export-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const file = (name: string, text: string) => ({ name, articleId: `of ${name}`, text })
const files = [file('A/B.md', '하나\n'), file('A:B.md', 'two\n'), file('C.md', '')]

describe('writing an export', () => {
  it('writes whole files under safe names and lists what left', async () => {
    const result = await writeFiles({ folder: join(folder, 'new', 'place'), files, overwrite: false })
    expect(result).toEqual({
      ok: true,
      value: [
        ['A-B.md', files[0]],
        ['A-B (2).md', files[1]],
        ['C.md', files[2]],
      ].map(([name, of]) => {
        const { articleId, text } = of as (typeof files)[number]
        const bytes = Buffer.from(text)
        return {
          name,
          articleId,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        }
      }),
    })
    expect((await readdir(join(folder, 'new', 'place'))).sort()).toEqual(['A-B (2).md', 'A-B.md', 'C.md'])
    expect(await readFile(join(folder, 'new', 'place', 'A-B.md'), 'utf8')).toBe('하나\n')
  })

  it('is planned exactly as it is written, without writing', async () => {
    expect(planFiles(files).map(({ name, bytes }) => [name, bytes])).toEqual([
      ['A-B.md', 7],
      ['A-B (2).md', 4],
      ['C.md', 0],
    ])
    expect(await readdir(folder)).toEqual([])
  })

  it('never goes over a file unasked: all of it stops, naming the file', async () => {
    await writeFile(join(folder, 'C.md'), 'mine')
    expect(await writeFiles({ folder, files, overwrite: false })).toEqual({
      ok: false,
      failure: { code: 'export-exists', detail: { file: 'C.md' } },
    })
    expect(await readdir(folder)).toEqual(['C.md'])
    expect(await readFile(join(folder, 'C.md'), 'utf8')).toBe('mine')
  })

  it('replaces files when it is allowed to, but never a folder or a link', async () => {
    await writeFile(join(folder, 'C.md'), 'mine')
    expect(await writeFiles({ folder, files, overwrite: true })).toMatchObject({ ok: true })
    expect(await readFile(join(folder, 'C.md'), 'utf8')).toBe('')
    expect((await readdir(folder)).sort()).toEqual(['A-B (2).md', 'A-B.md', 'C.md'])

    await rm(join(folder, 'C.md'))
    await mkdir(join(folder, 'C.md'))
    const exists = { failure: { code: 'export-exists', detail: { file: 'C.md' } } }
    expect(await writeFiles({ folder, files, overwrite: true })).toMatchObject(exists)
    await rm(join(folder, 'C.md'), { recursive: true })
    await symlink(join(folder, 'A-B.md'), join(folder, 'C.md'))
    expect(await writeFiles({ folder, files, overwrite: true })).toMatchObject(exists)
    expect(await readFile(join(folder, 'A-B.md'), 'utf8')).toBe('하나\n')
  })

  it('says so when nothing is chosen, or the place is no folder', async () => {
    expect(await writeFiles({ folder, files: [], overwrite: false })).toMatchObject({
      failure: { code: 'export-nothing-chosen' },
    })
    await writeFile(join(folder, 'file'), '')
    for (const place of ['file', 'file/below']) {
      expect(await writeFiles({ folder: join(folder, place), files, overwrite: false })).toMatchObject({
        failure: { code: 'export-not-writable' },
      })
    }
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says so when the folder may not be written (skipped as root, who may write anywhere)',
    async () => {
      await chmod(folder, 0o500)
      expect(await writeFiles({ folder, files, overwrite: false })).toMatchObject({
        failure: { code: 'export-not-writable' },
      })
      await chmod(folder, 0o700)
    },
  )
})
