/**
 * Every table, as drizzle wants them: together. Times are milliseconds since 1970 unless said otherwise;
 * ids are opaque texts made by the server. Every table that belongs to a municipality carries its id
 * (scale: sharded by it).
 */

export * from './schema/municipality.ts';
export * from './schema/people.ts';
export * from './schema/reports.ts';
export * from './schema/documents.ts';
export * from './schema/decisions.ts';
export * from './schema/publishing.ts';
export * from './schema/years.ts';
export * from './schema/figures.ts';
export * from './schema/fetches.ts';
export * from './schema/review.ts';
export * from './schema/operating.ts';
