import { VALUE_STATUSES } from '#core/indicator.ts';
import { VALUES_LIMITS } from '#core/values-table.ts';
import * as v from 'valibot';
import { count, id, text } from './fields.ts';
import { indicatorValue, period } from './figures.ts';

/** Values as a table: all of them at once, and the import of a CSV file with its preview. */

export const valueItem = v.object({
	indicator: v.object({
		id,
		title: v.string(),
		kpiId: v.nullable(v.string()),
		unit: v.string()
	}),
	...indicatorValue.entries
});

const csv = v.pipe(
	v.string(),
	v.description(
		'A CSV file’s text with a head row in Swedish or English, as `export.csv` of the pages has it.'
	)
);
const source = v.pipe(
	v.optional(text(300), ''),
	v.description('The source of rows that state none.')
);

export const previewAsk = v.strictObject({ csv, source });

export const importAsk = v.strictObject({
	csv,
	source,
	seen: v.pipe(text(100_000), v.description('As the preview has it.')),
	overwrite: v.pipe(
		v.optional(v.array(count), []),
		v.maxLength(VALUES_LIMITS.rows),
		v.description('The rows that may go over what stands there; no others do.')
	)
});

const row = v.pipe(
	count,
	v.description('Counted as a spreadsheet does, the head being the first.')
);
const status = v.picklist(VALUE_STATUSES);
const value = v.nullable(v.number());

const previewRow = {
	proposed: v.object({
		row,
		indicatorId: id,
		series: v.string(),
		breakdown: v.string(),
		period,
		status,
		value,
		source: v.string()
	}),
	indicator: v.object({ id, title: v.string(), unit: v.string() })
};

export const preview = v.object({
	rows: v.pipe(count, v.description('Rows with anything in them.')),
	empty: v.pipe(count, v.description('Rows without a value.')),
	repeated: v.pipe(count, v.description('Rows that say what another row has said.')),
	wrong: v.pipe(count, v.description('Rows with something wrong; they are not imported.')),
	problems: v.pipe(
		v.array(
			v.object({
				row,
				column: count,
				head: v.string(),
				problem: v.string(),
				found: v.string()
			})
		),
		v.description(`At most ${VALUES_LIMITS.problems}.`)
	),
	ignored: v.pipe(v.array(v.string()), v.description('Heads of columns that are not read.')),
	fresh: v.object({ count, rows: v.array(v.object(previewRow)) }),
	same: count,
	changed: v.pipe(
		v.object({
			count,
			rows: v.array(
				v.object({
					...previewRow,
					before: v.object({ status, value, source: indicatorValue.entries.source })
				})
			)
		}),
		v.description('What would go over typed or fetched values.')
	),
	seen: v.pipe(v.string(), v.description('To be sent back with the import.'))
});

export const imported = v.object({
	fresh: count,
	changed: count,
	same: count,
	left: v.pipe(count, v.description('Values that were left as they were.'))
});
