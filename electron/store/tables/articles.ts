import type { Db } from '../database'

/** A new article; returns its key. */
export function insertArticle(db: Db, article: { id: string; addedAt: string }): number {
  return db.prepare('INSERT INTO article (id, added_at) VALUES ($id, $addedAt)').run(article).lastInsertRowid
}

export function articleKey(db: Db, id: string): number | undefined {
  return db.prepare('SELECT pk FROM article WHERE id = $id', { pluck: true }).get<number>({ id })
}

/** Ids of the articles, in the order asked; those that do not exist are left out. */
export function existingArticles(db: Db, ids: readonly string[]): string[] {
  return db
    .prepare(
      `SELECT article.id FROM json_each($ids) AS wanted CROSS JOIN article ON article.id = wanted.value
       ORDER BY wanted.key`,
      { pluck: true },
    )
    .all<string>({ ids: JSON.stringify(ids) })
}

/** Takes an article with all its captures and notes; the indexes must have been emptied of them before. */
export function deleteArticle(db: Db, article: number): void {
  db.prepare('DELETE FROM article WHERE pk = $article').run({ article })
}

export function countArticles(db: Db): number {
  return db.prepare('SELECT articles FROM tally WHERE one = 1', { pluck: true }).get<number>() ?? 0
}
