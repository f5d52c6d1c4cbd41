import { elementsNamed, parseXml } from '../html/xml'

/** Algorithms that only keep fonts from being taken out of the book; its text can be read without them. */
const FONTS_ONLY = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

/** Whether `META-INF/encryption.xml` tells of more than fonts: a book under copy protection (EPUB 3.3, 4.2.6.3.2). */
export function hidesText(encryption: string): boolean {
  return elementsNamed(parseXml(encryption), 'EncryptedData').some((data) => {
    const [method] = elementsNamed(data, 'EncryptionMethod')
    return !FONTS_ONLY.has(method?.getAttribute('Algorithm') ?? '')
  })
}
