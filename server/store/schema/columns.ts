import { blob, text } from 'drizzle-orm/sqlite-core';

/** Columns that many tables have. */

export const id = () => text('id').primaryKey();
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
export const bytes = (name: string) => blob(name, { mode: 'buffer' }).$type<Uint8Array>();
