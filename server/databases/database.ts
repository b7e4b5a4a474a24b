import { CamelCasePlugin, Kysely, type Dialect } from 'kysely';
import type { Database } from '../../schema/database.ts';

/** The typed query builder over any dialect: camelCase here, snake_case in SQL. */
export function createDatabase(dialect: Dialect): Kysely<Database> {
  return new Kysely<Database>({
    dialect,
    // Questionnaires and audit entries keep the keys that they were written with.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
