/** A file's text, put into the bundle by Vite (electron-vite, vitest). */
declare module '*.sql?raw' {
  const text: string
  export default text
}
