import { editionSchema } from '#api/edition-schema.ts';
import { editionFile } from '#api/editions.ts';
import type { EditionModel } from '#core/publication.ts';
import { canonicalJson, hashOf, sha256Hex } from '#schema/content.ts';
import { editionJson } from '#server/export/open-data/json.ts';
import type { EditionInput } from '#server/export/input.ts';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { misfits, type JsonObject } from '../routes/json-schema.ts';
import { inputOf } from './support/csv.ts';
import { demoEdition } from './support/edition.ts';

const demo = demoEdition();
const demoInput = inputOf(demo);

describe('the edition as JSON', () => {
	const file = JSON.parse(Buffer.from(editionJson(demoInput)).toString('utf8')) as {
		$schema: string;
		hash: string;
		edition: EditionModel;
	};

	it('[P4] holds the whole model, and canonical JSON of it has the edition’s hash', () => {
		expect(file.hash).toBe(demoInput.hash);
		expect(hashOf(file.edition)).toBe(file.hash);
		expect(isDeepStrictEqual(file.edition, JSON.parse(canonicalJson(demo)))).toBe(true);
		const text = Buffer.from(editionJson(demoInput)).toString('utf8');
		const canonical = /"edition":(.*)\}\n$/s.exec(text)?.[1] ?? '';
		expect(sha256Hex(canonical)).toBe(file.hash);
		const changed = structuredClone(file.edition);
		changed.decision.paragraph = '§ 88';
		expect(hashOf(changed)).not.toBe(file.hash);
	});

	it('[P4] is by the published schema, which knows all of it', () => {
		const address = 'https://barnbokslut.example/schema/edition-1.json';
		const whole = JSON.parse(JSON.stringify(editionSchema(address))) as JsonObject;
		expect(whole['$id']).toBe(address);
		// The annotations of the whole that say nothing of a value.
		const { $id: _id, $defs: _defs, ...schema } = whole;
		const read = JSON.parse(JSON.stringify(file)) as JsonObject;
		expect(misfits(schema, read, whole)).toEqual([]);
		expect(misfits(schema, { ...read, hash: 'x' }, whole)).toHaveLength(1);
		expect(isDeepStrictEqual(v.parse(editionFile, file), file)).toBe(true);
	});

	it('[P4] what is there only where it applies is by the schema too', () => {
		const [first, ...others] = structuredClone(demo.sections);
		if (!first) throw new Error('no section');
		first.content.lineage = [{ kind: 'renamed', from: ['a'], to: ['b'] }];
		const review = inputOf({
			...demo,
			kind: 'review',
			meta: { version: '1.0' },
			sections: [first, ...others]
		});
		const named = demo.sections.filter(({ content }) => content.departments);
		expect(named.map(({ content }) => content.key)).toEqual(['followUp', 'plan']);
		const whole = JSON.parse(JSON.stringify(editionSchema('https://a.example/'))) as JsonObject;
		const { $id: _id, $defs: _defs, ...schema } = whole;
		const read = JSON.parse(Buffer.from(editionJson(review)).toString('utf8')) as JsonObject;
		expect(misfits(schema, read, whole)).toEqual([]);
		// The API's own check drops nothing of it.
		expect(isDeepStrictEqual(v.parse(editionFile, read), read)).toBe(true);
	});

	it.each([
		['a number as a text', (m: EditionModel) => Object.assign(m, { number: '1' })],
		['no decision', (m: EditionModel) => Object.assign(m, { decision: null })],
		['a hash that is none', (m: EditionModel) => Object.assign(m.sections[0] ?? {}, { hash: 'x' })],
		['another format', (m: EditionModel) => Object.assign(m, { format: 2 })]
	])('[P4] a changed edition is not by the schema: %s', (_, change) => {
		const changed = structuredClone(file);
		change(changed.edition);
		expect(v.safeParse(editionFile, changed).success).toBe(false);
	});

	it('[P4] names its schema where the edition has a public address', () => {
		const there = inputOf({ ...demo, address: 'https://barn.example/r/barnbokslut-2022/v/1' });
		const read = (input: EditionInput) =>
			(JSON.parse(Buffer.from(editionJson(input)).toString('utf8')) as { $schema: string }).$schema;
		expect(read(there)).toBe('https://barn.example/schema/edition-1.json');
		expect(read(demoInput)).toBe('/schema/edition-1.json');
	});
});
