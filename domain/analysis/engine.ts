/** Version of the engine: raise it with every change that alters a finding. A whole number. */
export const ENGINE = '5'

/** Whether findings of the engine `version` could be found better by this one. */
export function isOlderEngine(version: string): boolean {
  return Number(version) < Number(ENGINE)
}
