import { text } from 'drizzle-orm/sqlite-core';
import { municipality } from './municipality.ts';

/** Whose row it is. */
export const municipalityId = () =>
	text('municipality_id')
		.notNull()
		.references(() => municipality.id);
