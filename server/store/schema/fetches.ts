import type { FetchedKpi, NoticeDetail } from '#core/fetched.ts';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, json } from './columns.ts';
import { comparisonGroup, indicator } from './figures.ts';
import { municipalityId } from './of-municipality.ts';

/** What was fetched from a source of figures, and what it left to settle. */

/** What was fetched, and when: one row a fetch. */
export const figureFetch = sqliteTable(
	'figure_fetch',
	{
		id: id(),
		municipalityId: municipalityId(),
		at: integer('at').notNull(),
		personId: text('person_id').notNull(),
		/** The address that was asked. */
		base: text('base').notNull(),
		/** The code under which the source knows the municipality. */
		code: text('code').notNull(),
		/** What each measure was called and defined as at that time. */
		kpis: json<FetchedKpi[]>('kpis').notNull()
	},
	(t) => [index('figure_fetch_at').on(t.municipalityId, t.at)]
);

/** What the source says of an indicator's measure, as people know it. */
export const indicatorSource = sqliteTable('indicator_source', {
	indicatorId: text('indicator_id')
		.primaryKey()
		.references(() => indicator.id),
	municipalityId: municipalityId(),
	kpiId: text('kpi_id').notNull(),
	/** As a person last knew it: a new title is a notice until somebody has seen it. */
	title: text('title').notNull(),
	definition: text('definition').notNull(),
	/** What the source will publish next, and when; null where it does not say. */
	nextPeriod: text('next_period'),
	nextDate: text('next_date'),
	/** The last fetch in which it was found. */
	fetchId: text('fetch_id')
		.notNull()
		.references(() => figureFetch.id),
	at: integer('at').notNull()
});

/** What a fetch found and did not write over: for a person to settle, once (I9). */
export const figureNotice = sqliteTable(
	'figure_notice',
	{
		id: id(),
		municipalityId: municipalityId(),
		at: integer('at').notNull(),
		what: text('what', {
			enum: ['typed', 'valueGone', 'title', 'definition', 'kpiGone', 'members', 'groupGone']
		}).notNull(),
		/** Of what it is: one open notice for each. */
		key: text('key').notNull(),
		indicatorId: text('indicator_id').references(() => indicator.id),
		groupId: text('group_id').references(() => comparisonGroup.id),
		detail: json<NoticeDetail>('detail').notNull(),
		state: text('state', { enum: ['open', 'taken', 'left', 'passed'] })
			.notNull()
			.default('open'),
		settledBy: text('settled_by'),
		settledAt: integer('settled_at')
	},
	(t) => [index('figure_notice_key').on(t.municipalityId, t.key)]
);
