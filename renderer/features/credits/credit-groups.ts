import { type Analysis, CREDIT_ROLES, type Credit, type CreditRole } from '#domain/analysis/findings'

/** The people and outlets credited with one part in making the article. */
export type CreditGroup = { readonly role: CreditRole; readonly credits: readonly Credit[] }

/** The article's own credits by role, in the order of CREDIT_ROLES; those of pictures are left out. */
export function creditGroups(analysis: Analysis): readonly CreditGroup[] {
  return groups(analysis.credits.filter((credit) => credit.picture === null))
}

/** The credits of one picture by role. */
export function pictureCredits(analysis: Analysis, picture: number): readonly CreditGroup[] {
  return groups(analysis.credits.filter((credit) => credit.picture === picture))
}

function groups(credits: readonly Credit[]): readonly CreditGroup[] {
  return CREDIT_ROLES.flatMap((role) => {
    const own = credits.filter((credit) => credit.role === role)
    return own.length === 0 ? [] : [{ role, credits: own }]
  })
}

/** Whether nobody is named as having written the article: a finding, not a gap in the record. */
export function lacksByline(analysis: Analysis): boolean {
  const authored = analysis.credits.some((credit) => credit.picture === null && credit.role === 'author')
  return analysis.byline === null && !authored
}
