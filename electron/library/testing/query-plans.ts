import type { Db } from '../../store/database'

/** The texts of all statements that `work` prepares on the database, each once, and what SQLite plans to do for them. */
export function plansOf(db: Db, work: (recorded: Db) => void): { sql: string; plan: string[] }[] {
  const seen = new Set<string>()
  const recorded = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') {
        return (sql: string, options: object) => {
          seen.add(sql)
          return target.prepare(sql, options)
        }
      }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  work(recorded)
  return [...seen].map((sql) => ({ sql, plan: planOf(db, sql) }))
}

function planOf(db: Db, sql: string): string[] {
  const names = [...sql.matchAll(/\$(\w+)/g)].map(([, name = '']) => [name, ''] as const)
  const statement = db.prepare(`EXPLAIN QUERY PLAN ${sql}`, { persistent: false })
  const rows = statement.all(names.length === 0 ? undefined : Object.fromEntries(names))
  statement.close()
  return rows.map((row) => String(row.detail))
}
