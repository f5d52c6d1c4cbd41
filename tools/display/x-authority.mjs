/**
 * The cookie file that lets our own programs, and no other user's, onto a virtual display.
 *
 * One entry in Xauthority's format (libXau, `XauWriteAuth`): a family, then four counted strings, all numbers
 * 16 bits, high byte first.
 */

/** "FamilyWild": the entry holds for any address, and with an empty number for any display. */
const FAMILY_WILD = 0xffff
const PROTOCOL = 'MIT-MAGIC-COOKIE-1'

/** @param {Buffer} bytes */
function counted(bytes) {
  return Buffer.concat([uint16(bytes.length), bytes])
}

/** @param {number} value */
function uint16(value) {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

/**
 * @param {Buffer} cookie 16 random bytes
 * @returns {Buffer} the content of an Xauthority file
 */
export function xAuthority(cookie) {
  const nowhere = counted(Buffer.alloc(0))
  return Buffer.concat([
    uint16(FAMILY_WILD),
    nowhere,
    nowhere,
    counted(Buffer.from(PROTOCOL)),
    counted(cookie),
  ])
}
