import { LINEAGE_KINDS } from '#core/lineage.ts';
import type { DocNode, FixedContent } from '#core/publication.ts';
import * as v from 'valibot';
import { hash, time } from './fields.ts';
import { fixedFigure } from './figures.ts';

/** The text of a section as JSON, in draft, as fixed and as published. */

export const docNode: v.GenericSchema<DocNode> = v.pipe(
	v.object({
		type: v.string(),
		attrs: v.exactOptional(v.record(v.string(), v.unknown())),
		content: v.exactOptional(v.array(v.lazy(() => docNode))),
		marks: v.exactOptional(
			v.array(
				v.object({
					type: v.string(),
					attrs: v.exactOptional(v.record(v.string(), v.unknown()))
				})
			)
		),
		text: v.exactOptional(v.string())
	}),
	v.description(
		'A node of the text as ProseMirror JSON, in canonical form. An `areaTable` (`purpose`: `plan` or `followUp`) holds `area` nodes: an `areaTitle`, each `measure` with its `status`, text and comments, and each `expectedResult` with the ids of the `measures` that it follows from (none: all of the area). An area has an `id` that it keeps from year to year, and ids of `departments` that the section names. Areas, measures and results stand in the order of their attribute `order`, compared by code units.'
	)
);

/** By indicator id. */
export const fixedFigures = v.record(v.string(), fixedFigure);

const fixedDepartment = v.object({
	id: v.string(),
	name: v.string(),
	abbreviation: v.pipe(v.string(), v.description('Empty where it has none.'))
});

/** Y6: parts of another edition, with where they come from. */
const takenIn = v.object({
	slug: v.string(),
	number: v.number(),
	hash: v.pipe(hash, v.description('Of the edition that it was taken from.')),
	title: v.string(),
	authority: v.string(),
	reportYear: v.number(),
	decision: v.object({
		body: v.string(),
		date: v.string(),
		paragraph: v.string(),
		registryNumber: v.string()
	}),
	tables: v.array(
		v.object({
			section: v.object({ key: v.string(), number: v.string(), title: v.string() }),
			table: docNode,
			departments: v.array(fixedDepartment)
		})
	),
	figures: v.array(fixedFigure)
});

export const fixedContent: v.GenericSchema<FixedContent> = v.pipe(
	v.object({
		schemaVersion: v.number(),
		key: v.string(),
		number: v.string(),
		title: v.string(),
		articles: v.array(v.number()),
		department: v.nullable(v.string()),
		counted: v.array(v.string()),
		doc: docNode,
		figures: fixedFigures,
		departments: v.exactOptional(v.array(fixedDepartment)),
		lineage: v.exactOptional(
			v.array(
				v.object({
					kind: v.picklist(LINEAGE_KINDS),
					from: v.array(v.string()),
					to: v.array(v.string())
				})
			)
		),
		takenIn: v.exactOptional(v.array(takenIn))
	}),
	v.description('What submission fixes; the hash is that of its canonical JSON.')
);

export const approvedSection = v.object({
	chapterKey: v.string(),
	content: fixedContent,
	hash,
	approvedBy: v.string(),
	approvedAt: time,
	submittedBy: v.string(),
	submittedAt: time
});
