import { FORMS } from '#core/forms.ts';
import { META_FIELDS, REPORT_KINDS } from '#core/report-kind.ts';
import * as v from 'valibot';
import { approvedSection } from './documents.ts';
import { count, hash, id, reason, reportYear, text, time } from './fields.ts';

/** Published editions, and the act that makes one. */

const decisionField = text(200);

const decision = v.strictObject({
	body: v.pipe(decisionField, v.description('Who decided.')),
	date: v.pipe(decisionField, v.description('`2023-06-19`.')),
	paragraph: v.pipe(decisionField, v.description('As the body numbers it: `§ 87`.')),
	registryNumber: decisionField
});

export const publish = v.strictObject({
	decision,
	note: v.pipe(
		v.optional(text(2000), ''),
		v.description('Why this edition follows another; needed from the second on.')
	),
	number: v.pipe(
		v.exactOptional(count),
		v.description(
			'The number that you expect it to have: refused as `moved` when it would be another.'
		)
	)
});

export const withdraw = v.strictObject({
	forms: v.pipe(
		v.array(v.picklist(FORMS)),
		v.minLength(1),
		v.description('`html` is the reader’s page. What holds the same words goes with them.')
	),
	reason
});

export const withdrawn = v.object({ forms: v.array(v.picklist(FORMS)) });

const address = { id, slug: v.string(), number: count, hash };

export const editionMade = v.object(address);

export const editionItem = v.object({
	...address,
	title: v.string(),
	reportYear,
	municipality: v.string(),
	publishedAt: time
});

const bytesHash = v.pipe(
	v.string(),
	v.regex(/^[0-9a-f]{64}$/),
	v.description('SHA-256 of the file’s bytes, in lower-case hexadecimal.')
);

const sender = v.pipe(
	v.object({
		accent: v.pipe(v.string(), v.description('`#rrggbb`, or empty.')),
		logo: v.nullable(
			v.object({
				id,
				type: v.string(),
				width: v.number(),
				height: v.number(),
				sha256: bytesHash,
				alt: v.string()
			})
		),
		contact: v.object({
			unit: v.string(),
			email: v.string(),
			phone: v.string(),
			web: v.string()
		})
	}),
	v.description('Who published it, as readers see it.')
);

const described = (what: string) => v.pipe(v.string(), v.description(what));

const editionModel = v.object({
	format: v.literal(1),
	kind: v.pipe(
		v.exactOptional(v.picklist(REPORT_KINDS)),
		v.description('Absent for a barnbokslut.')
	),
	meta: v.pipe(
		v.exactOptional(v.partial(v.object(v.entriesFromList(META_FIELDS, v.string())))),
		v.description(
			'What a report of its kind says of itself; absent where the kind asks for nothing.'
		)
	),
	title: v.string(),
	municipality: v.string(),
	authority: described('Whose report it is: kommunstyrelsen, a nämnd.'),
	reportYear,
	number: v.pipe(count, v.description('1, and one more with each correction.')),
	slug: described('The report’s name in addresses: `/r/{slug}/v/{number}`.'),
	publishedAt: time,
	address: v.pipe(
		v.exactOptional(v.string()),
		v.description('Where it stays; absent when the installation had no public address.')
	),
	sender: v.exactOptional(sender),
	note: described('Why this edition follows another; empty for the first.'),
	decision: v.object(decision.entries),
	chapters: v.pipe(
		v.array(v.object({ key: v.string(), number: v.string(), title: v.string() })),
		v.description('The headings that group sections; a section with the same key is its own text.')
	),
	sections: v.pipe(
		v.array(approvedSection),
		v.description('In the order of reading, each with its approval.')
	),
	images: v.pipe(
		v.record(
			v.string(),
			v.object({ type: v.string(), width: v.number(), height: v.number(), sha256: bytesHash })
		),
		v.description('By id: the pictures that the text shows, at `/r/{slug}/v/{number}/images/{id}`.')
	)
});

/** The `json` form of an edition, as readers fetch it. */
export const editionFile = v.pipe(
	v.object({
		$schema: v.pipe(v.string(), v.description('The address of this schema.')),
		hash,
		edition: v.pipe(
			editionModel,
			v.description('The whole edition; `hash` is that of its canonical JSON.')
		)
	}),
	v.title('Edition'),
	v.description(
		'A published edition of a barnbokslut. Every form of the edition is made of `edition`. Canonical JSON has sorted keys and no white space; times are milliseconds since 1970.'
	)
);

export const editionDetail = v.object({
	...editionItem.entries,
	model: v.pipe(
		editionModel,
		v.description('The whole edition; `hash` is that of its canonical JSON.')
	)
});
