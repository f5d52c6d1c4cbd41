import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'

/**
 * SQLCipher 4's page format with a raw key (https://www.zetetic.net/sqlcipher/design/): AES-256-CBC, and at the page's end its
 * IV and an HMAC-SHA-512 over ciphertext, IV and page number, under a key derived from the raw key and the file's salt.
 */
export const PAGE_BYTES = 4096
const IV_BYTES = 16
const MAC_BYTES = 64
/** What the cipher keeps of each page; SQLite has the rest. */
export const RESERVED_BYTES = IV_BYTES + MAC_BYTES
export const SALT_BYTES = 16
/** SQLCipher's mask between the file's salt and that of the HMAC key, and its rounds for it. */
const SALT_MASK = 0x3a
const MAC_KEY_ROUNDS = 2
const KEY_BYTES = 32

/** What every SQLite file begins with; SQLCipher keeps its salt in that place. */
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1')

/** The plain page, or null when its HMAC does not hold: altered, cut, or from another place. */
export type PageCipher = { readonly open: (page: Buffer, number: number) => Buffer | null }

export function createPageCipher(key: Uint8Array, salt: Uint8Array): PageCipher {
  const macSalt = Buffer.from(salt.map((byte) => byte ^ SALT_MASK))
  const macKey = pbkdf2Sync(key, macSalt, MAC_KEY_ROUNDS, KEY_BYTES, 'sha512')
  return {
    open: (page, number) => {
      if (page.length < PAGE_BYTES) return null
      const start = number === 1 ? SALT_BYTES : 0
      const content = page.subarray(start, PAGE_BYTES - RESERVED_BYTES)
      const iv = page.subarray(PAGE_BYTES - RESERVED_BYTES, PAGE_BYTES - MAC_BYTES)
      const ordinal = Buffer.alloc(4)
      ordinal.writeUInt32LE(number)
      const mac = createHmac('sha512', macKey).update(content).update(iv).update(ordinal).digest()
      if (!timingSafeEqual(mac, page.subarray(PAGE_BYTES - MAC_BYTES))) return null
      const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
      const plain = [number === 1 ? MAGIC : Buffer.alloc(0), decipher.update(content), decipher.final()]
      return Buffer.concat([...plain, Buffer.alloc(RESERVED_BYTES)])
    },
  }
}
