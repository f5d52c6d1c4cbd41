import type { ExportWords } from './words'

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

const REASONS: ExportWords['reason'] = {
  'safety-or-reprisal': 'safety or reprisal',
  'not-authorised': 'not authorised to speak',
  legal: 'legal',
  job: 'work',
  privacy: 'privacy',
  'victim-or-minor': 'a victim or a minor',
  'sensitive-talks': 'sensitive talks',
  other: 'another reason',
  'not-given': 'not told',
}

export const ENGLISH: ExportWords = {
  noHeadline: 'No headline in the file: the title above is a stand-in.',
  noByline: 'No byline.',
  noDate: 'No date of publication in the file.',
  byline: 'Byline',
  sources: 'Sources',
  credits: 'Credits',
  pictures: 'Pictures',
  notices: 'Notices',
  alsoOnThePage: 'Also on the page',
  notesWithoutPlace: 'Notes without a place in this version',
  aboutThisCopy: 'About this copy',
  pictureWithoutWords: '(a picture without words)',
  summary: ({
    sources,
    named,
    anonymous,
    anonymousBecause,
    unnamed,
    statements,
    onUnnamed,
    withoutSource,
  }) => {
    if (sources === 0 && statements === 0) return 'No sources were found in this article.'
    const because = anonymousBecause.map(({ reasonClass }) => REASONS[reasonClass]).join(', ')
    const granted = anonymous === 0 ? '' : ` ${anonymous} anonymous (${because}),`
    const who = `${some(sources, 'source', 'sources')}: ${named} named,${granted} ${unnamed} unnamed.`
    const rests = onUnnamed === 1 ? 'rests' : 'rest'
    const what = ` ${onUnnamed} of ${some(statements, 'statement', 'statements')} ${rests} on unnamed sources.`
    const nobody =
      withoutSource === 0
        ? ''
        : ` ${some(withoutSource, 'quotation has', 'quotations have')} no stated speaker.`
    return who + what + nobody
  },
  card: {
    identification: 'Identified as',
    count: 'How many',
    role: 'Role',
    affiliation: 'Affiliation',
    place: 'Place',
    terms: 'Terms',
    anonymity: 'Anonymity',
    reason: 'Reason for it',
    told: 'Told whom',
    when: 'When',
    basis: 'How the source knows',
    motive: 'Motive',
    corroboration: 'Supported by',
    statements: 'Statements',
    noStatements: 'No statement of this source was found.',
    withoutSource: 'Quotations that nobody is said to have spoken',
    withoutCard: 'Statements of sources without a card',
  },
  identification: {
    'named-person': 'a named person',
    organisation: 'an organisation',
    pseudonym: 'a pseudonym',
    'described-unnamed': 'unnamed, described',
    'bare-unnamed': 'unnamed, not described',
    document: 'a document',
  },
  count: (count) =>
    count === 'one' ? 'one' : count === 'plural-unspecified' ? 'several, number not told' : `${count}`,
  terms: {
    'on-record': 'on the record',
    background: 'on background',
    'deep-background': 'on deep background',
    'off-record': 'off the record',
  },
  reason: REASONS,
  basis: {
    witnessed: 'witnessed it',
    participant: 'took part',
    documents: 'from documents',
    'told-by-others': 'told by others',
    'not-stated': 'not told',
  },
  corroboration: {
    'none-stated': 'not told',
    'other-sources': 'other sources',
    documents: 'documents',
    imagery: 'imagery',
  },
  directness: { direct: 'direct', indirect: 'indirect', mixed: 'partly direct' },
  notice: {
    'anonymous-sources': 'On anonymous sources',
    correction: 'Correction',
    'editors-note': "Editor's note",
    translation: 'On the translation',
    'source-policy': 'On sourcing',
    rights: 'Rights',
    disclaimer: 'Disclaimer',
  },
  role: {
    author: 'Author',
    translator: 'Translator',
    editor: 'Editor',
    contributor: 'Contributor',
    correspondent: 'Correspondent',
    'fact-checker': 'Fact-checker',
    agency: 'Agency',
    photographer: 'Photographer',
    'picture-credit': 'Picture credit',
  },
  picture: {
    picture: 'Picture',
    alt: 'Alternative text',
    caption: 'Caption',
    credit: 'Credit',
    photographer: 'Photographer',
    filePhoto: 'file photo',
    date: 'Date',
    place: 'Place',
  },
  color: {
    yellow: 'yellow',
    red: 'red',
    green: 'green',
    blue: 'blue',
    purple: 'purple',
    magenta: 'magenta',
    orange: 'orange',
    gray: 'gray',
  },
  style: { highlight: 'highlight', underline: 'underline' },
  orphaned: {
    'not-found': 'these words are not in this version',
    ambiguous: 'these words stand in this version more than once',
  },
  copy: {
    imported: 'Imported',
    captured: 'Captured',
    mediaType: 'Original file',
    sha256: 'SHA-256 of the original file',
    rights: 'Rights',
    engine: 'Sources and credits found by',
  },
  bytes: (count) => some(count, 'byte', 'bytes'),
}
