import type { z } from 'zod';

export type FieldType = 'integer' | 'decimal' | 'text' | 'boolean' | 'instant';

/** A field that lists can filter by and sort by, and the SQL column that it is. */
export interface ListField {
  type: FieldType;
  /** `table alias.column` as the query names it. */
  column: string;
  /** False when it is only there to sort by, or filtered through `params`. */
  filter?: boolean;
}

/**
 * What a resource's list understands: its fields with the suffix operators, its own filters
 * (`params`, such as `q` or `from`), and the columns that make its order total.
 */
export interface ListDefinition<Params extends z.ZodRawShape = z.ZodRawShape> {
  resource: string;
  fields: Record<string, ListField>;
  params: z.ZodObject<Params>;
  /** The last sort keys: together they are unique. */
  key: readonly string[];
}

/** A list request after parsing: everything in it is known to be allowed. */
export interface ListRequest<Params = Record<string, never>> {
  conditions: Condition[];
  params: Params;
  sort: { field: string; order: 'asc' | 'desc' };
  offset: number;
  /** null: everything, as react-admin's getMany asks. */
  limit: number | null;
}

export interface Condition {
  field: string;
  column: string;
  type: FieldType;
  operator: '=' | 'is distinct from' | '>' | '>=' | '<' | '<=' | 'in' | 'is';
  value: Scalar | Scalar[] | null;
}

export type Scalar = string | number | boolean;

export interface Page<Row> {
  rows: Row[];
  /** How many rows the filter finds, exactly. */
  total: number;
}
