import {
	canonicalJson,
	docJson,
	hashOf,
	jsonOf,
	loadDoc,
	normalise,
	seedUpdate
} from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { describe, expect, it } from 'vitest';
import { doc, p, td, text, tr } from './support/documents.ts';

/** As version 1 of the schema wrote a table. */
const old = doc({
	type: 'table',
	attrs: { purpose: 'plan', caption: 'Planen' },
	content: [tr(td('Räkna frånvaro'))]
});

describe('text from before tables could be drawn', () => {
	it('[S4] [D8] keeps its bytes and its hash', () => {
		const now = normalise(old);
		expect(now.content?.[0]?.attrs).toEqual({ purpose: 'plan', caption: 'Planen' });
		const read = docJson(loadDoc([seedUpdate(old)]));
		expect(hashOf(read)).toBe(hashOf(now));
		expect(canonicalJson(read)).not.toContain('chart');
	});

	it('[S4] a chart is part of what is hashed', () => {
		const drawn = structuredClone(old);
		Object.assign(drawn.content?.[0]?.attrs ?? {}, { chart: 'rows', decimals: 0 });
		const read = docJson(loadDoc([seedUpdate(drawn)]));
		expect(read.content?.[0]?.attrs).toEqual({
			purpose: 'plan',
			caption: 'Planen',
			chart: 'rows',
			decimals: 0
		});
		expect(hashOf(read)).not.toBe(hashOf(normalise(old)));
	});

	it('[D10] reading a node as JSON leaves the node as it is', () => {
		const node = schema.nodeFromJSON(normalise(doc(p(text('Ord')), ...(old.content ?? []))));
		jsonOf(node);
		expect(node.child(1).attrs['chart']).toBeNull();
	});
});
