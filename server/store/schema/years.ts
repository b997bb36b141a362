import type { LineageKind } from '#core/lineage.ts';
import type { Template } from '#core/template.ts';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, json } from './columns.ts';
import { edition } from './decisions.ts';
import { municipalityId } from './of-municipality.ts';
import { report } from './reports.ts';

/** What leads from one report to another: templates, the way of the promises, what boards have said. */

/** A template of the municipality's own; those that we bring stand in the code. */
export const template = sqliteTable('template', {
	id: id(),
	municipalityId: municipalityId(),
	/** The newest version of it. */
	version: integer('version').notNull(),
	/** No new report is made of it any more. */
	archivedAt: integer('archived_at')
});

/** Every version that was ever saved: a report keeps the one that it was made of. Never changed. */
export const templateVersion = sqliteTable(
	'template_version',
	{
		municipalityId: municipalityId(),
		templateId: text('template_id')
			.notNull()
			.references(() => template.id),
		version: integer('version').notNull(),
		definition: json<Template>('definition').notNull(),
		savedBy: text('saved_by').notNull(),
		savedAt: integer('saved_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.templateId, t.version] })]
);

/** Y3: what a person confirmed of an area's way from follow-up to plan, until they confirm another. */
export const areaLineage = sqliteTable(
	'area_lineage',
	{
		id: id(),
		municipalityId: municipalityId(),
		reportId: text('report_id')
			.notNull()
			.references(() => report.id),
		kind: text('kind').$type<LineageKind>().notNull(),
		/** Ids of areas. */
		from: json<string[]>('from_areas').notNull(),
		to: json<string[]>('to_areas').notNull(),
		confirmedBy: text('confirmed_by').notNull(),
		confirmedAt: integer('confirmed_at').notNull()
	},
	(t) => [index('area_lineage_report').on(t.reportId)]
);

/** The editions of others that a report takes in. */
export const reportSource = sqliteTable(
	'report_source',
	{
		municipalityId: municipalityId(),
		reportId: text('report_id')
			.notNull()
			.references(() => report.id),
		editionId: text('edition_id')
			.notNull()
			.references(() => edition.id),
		takenBy: text('taken_by').notNull(),
		takenAt: integer('taken_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.reportId, t.editionId] })]
);
