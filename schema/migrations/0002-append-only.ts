import { sql, type Kysely } from 'kysely';

/**
 * The ledger and the audit log only grow. The triggers stand apart from the tables, because a
 * distributed engine refuses triggers; there the application's role is given no right to update.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'rows of % are never changed or deleted', tg_table_name
        using errcode = 'restrict_violation';
    end $$`.execute(db);
  for (const table of ['transactions', 'credit_limits', 'audit']) {
    await sql`
      create trigger append_only before update or delete on ${sql.table(table)}
      for each row execute function refuse_change()`.execute(db);
    await sql`
      create trigger append_only_truncate before truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}
