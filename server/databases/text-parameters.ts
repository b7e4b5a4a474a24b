import {
  PostgresDialect,
  PostgresQueryCompiler,
  type CompiledQuery,
  type QueryId,
  type RootOperationNode,
} from 'kysely';
import { toWire } from './wire-types.ts';

/** Compiles queries whose parameters are all text, for both drivers alike. */
export class TextParametersCompiler extends PostgresQueryCompiler {
  override compileQuery(node: RootOperationNode, queryId: QueryId): CompiledQuery {
    const query = super.compileQuery(node, queryId);
    return { ...query, parameters: query.parameters.map(toWire) };
  }
}

/** Kysely's PostgreSQL dialect with text parameters. */
export class TextPostgresDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new TextParametersCompiler();
  }
}
