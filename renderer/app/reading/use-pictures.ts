import { useCallback, useEffect, useState } from 'react'
import type { Capture } from '#domain/article/capture'
import { client, settled } from '../../client/client'
import type { PictureState } from '../../features/article/FigureView'

/** Pictures asked for at once: each is decoded by the page, and the first ones are wanted first. */
const AT_ONCE = 3

/** The pictures of a capture as blob addresses, which are given back when the article is left. */
export function usePictures(capture: Capture): {
  readonly pictures: readonly PictureState[]
  readonly onUndecodable: (picture: number) => void
} {
  const count = capture.analysis.pictures.length
  const [pictures, setPictures] = useState<readonly PictureState[]>(() =>
    capture.analysis.pictures.map(() => ({ state: 'loading' })),
  )
  const put = useCallback((picture: number, state: PictureState) => {
    setPictures((before) => before.map((each, index) => (index === picture ? state : each)))
  }, [])

  useEffect(() => {
    let wanted = true
    let next = 0
    const urls: string[] = []
    const load = async () => {
      while (wanted && next < count) {
        const picture = next
        next += 1
        const answer = await settled(client.articles.picture({ captureId: capture.id, picture }))
        if (!wanted) return
        if (!answer.ok) put(picture, { state: 'failed' })
        else if (answer.value === null) put(picture, { state: 'missing' })
        else {
          const { bytes, mediaType } = answer.value
          const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }))
          urls.push(url)
          put(picture, { state: 'ready', url })
        }
      }
    }
    for (let worker = 0; worker < AT_ONCE; worker += 1) void load()
    return () => {
      wanted = false
      for (const url of urls) URL.revokeObjectURL(url)
    }
  }, [capture.id, count, put])

  const onUndecodable = useCallback((picture: number) => put(picture, { state: 'failed' }), [put])
  return { pictures, onUndecodable }
}
