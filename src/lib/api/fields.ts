import * as v from 'valibot';

/** The small shapes that the others are made of. */

export const id = v.pipe(v.string(), v.description('Opaque; made by the server.'));

export const time = v.pipe(
	v.number(),
	v.integer(),
	v.description('Milliseconds since 1970-01-01T00:00:00Z.')
);

export const hash = v.pipe(
	v.string(),
	v.regex(/^[0-9a-f]{64}$/),
	v.description('SHA-256 of canonical JSON, in lower-case hexadecimal.')
);

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A text that a client sends, at most `longest` characters. */
export const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

/** Somebody or something by id and name. */
export const named = v.object({ id, name: v.string() });

export const reportYear = v.pipe(
	v.number(),
	v.integer(),
	v.description('The year that the report is about.')
);

/** S5. Whatever is no text is no reason: the law itself says that one is needed. */
export const reason = v.pipe(
	v.fallback(v.string(), ''),
	v.maxLength(2000),
	v.description('Needed: a blank one is refused as `reasonNeeded`.')
);
