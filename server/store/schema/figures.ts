import type { ValueBasis } from '#core/indicator.ts';
import { sql } from 'drizzle-orm';
import { integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, json } from './columns.ts';
import { municipalityId } from './of-municipality.ts';
import { report } from './reports.ts';

/** Indicators, their values, and whom they are compared with. */

export const comparisonGroup = sqliteTable('comparison_group', {
	id: id(),
	municipalityId: municipalityId(),
	kind: text('kind', { enum: ['similar', 'nation', 'allMunicipalities', 'own'] }).notNull(),
	name: text('name').notNull(),
	year: integer('year'),
	members: json<string[]>('members').notNull(),
	externalId: text('external_id'),
	/** The source's ids of `members`, in their order; empty where only the names are known. */
	memberIds: json<string[]>('member_ids')
		.notNull()
		.default(sql`'[]'`),
	/** Raised at each change: the token against lost updates (S10). */
	version: integer('version').notNull().default(1)
});

export const indicator = sqliteTable(
	'indicator',
	{
		id: id(),
		municipalityId: municipalityId(),
		key: text('key').notNull(),
		kpiId: text('kpi_id'),
		title: text('title').notNull(),
		subject: text('subject').notNull(),
		unit: text('unit').notNull(),
		decimals: integer('decimals').notNull(),
		wishedDirection: text('wished_direction', { enum: ['high', 'low', 'none'] }).notNull(),
		tolerance: real('tolerance').notNull(),
		definition: text('definition').notNull(),
		note: text('note').notNull().default(''),
		version: integer('version').notNull().default(1)
	},
	(t) => [uniqueIndex('indicator_key').on(t.municipalityId, t.key)]
);

export const indicatorValue = sqliteTable(
	'indicator_value',
	{
		municipalityId: municipalityId(),
		indicatorId: text('indicator_id')
			.notNull()
			.references(() => indicator.id),
		/** `own` or a comparison group's id. */
		series: text('series').notNull(),
		breakdown: text('breakdown').notNull().default(''),
		period: text('period').notNull(),
		status: text('status', {
			enum: ['value', 'missing', 'suppressed', 'notApplicable']
		}).notNull(),
		value: real('value'),
		sourceKind: text('source_kind', { enum: ['fetched', 'entered'] }).notNull(),
		sourceText: text('source_text').notNull(),
		sourceAt: integer('source_at').notNull(),
		sourceBy: text('source_by'),
		/** I7: of which members a group's value was made. */
		basis: json<ValueBasis>('basis')
	},
	(t) => [primaryKey({ columns: [t.indicatorId, t.series, t.breakdown, t.period] })]
);

export const statedComparison = sqliteTable(
	'stated_comparison',
	{
		municipalityId: municipalityId(),
		indicatorId: text('indicator_id')
			.notNull()
			.references(() => indicator.id),
		/** `previous` or a comparison group's id. */
		against: text('against').notNull(),
		period: text('period').notNull(),
		level: text('level', { enum: ['higher', 'lower', 'equal'] }),
		judgement: text('judgement', { enum: ['better', 'worse', 'equal'] }),
		sourceKind: text('source_kind', { enum: ['fetched', 'entered'] }).notNull(),
		sourceText: text('source_text').notNull(),
		sourceAt: integer('source_at').notNull(),
		sourceBy: text('source_by')
	},
	(t) => [primaryKey({ columns: [t.indicatorId, t.against, t.period] })]
);

/** The indicators that a report's summary counts, in order (I4). */
export const reportIndicator = sqliteTable(
	'report_indicator',
	{
		municipalityId: municipalityId(),
		reportId: text('report_id')
			.notNull()
			.references(() => report.id),
		indicatorId: text('indicator_id')
			.notNull()
			.references(() => indicator.id),
		position: integer('position').notNull()
	},
	(t) => [primaryKey({ columns: [t.reportId, t.indicatorId] })]
);
