import { blackline } from '#core/blackline/blackline.ts';
import { equal } from '#core/compare/equal.ts';
import { passagesOf } from '#core/compare/passages.ts';
import { runsOf } from '#core/blackline/pieces.ts';
import type { DocNode } from '#core/publication.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDoc } from '../../schema/support/any-document.ts';
import { between, version, wordsIn, wordsOfVersion } from './versions.ts';

/** A document and one made of it: blocks left out, doubled and in another order, some of another's. */
const twoVersions = fc
	.tuple(anyDoc, anyDoc, fc.array(fc.nat(11), { minLength: 1, maxLength: 8 }))
	.map(([one, other, picks]): [DocNode, DocNode] => {
		const blocks = [...(one.content ?? []), ...(other.content ?? [])];
		const content = picks.flatMap((at) => blocks[at % blocks.length] ?? []);
		return [one, { type: 'doc', content }];
	});

describe('any two versions', () => {
	it('[R5] what is the same or added is the newer text, what is the same or removed the older one', () => {
		fc.assert(
			fc.property(fc.oneof(twoVersions, fc.tuple(anyDoc, anyDoc)), ([before, after]) => {
				const found = between(before, after);
				expect(wordsIn(found, 'now')).toEqual(wordsOfVersion(after));
				expect(wordsIn(found, 'was')).toEqual(wordsOfVersion(before));
			}),
			{ numRuns: 300 }
		);
	});

	it('[R5] no difference is left unsaid, and none is told where there is none', () => {
		fc.assert(
			fc.property(twoVersions, ([before, after]) => {
				const found = between(before, after);
				const same = equal(before, after);
				expect(found.same).toBe(same);
				expect(found.changes > 0 || found.unseen).toBe(!same);
				const counted = Object.values(found.counts).reduce((sum, n) => sum + n, 0);
				expect(counted).toBe(found.changes);
				const numbers = found.blocks.flatMap(({ change }) => (change ? [change.number] : []));
				expect(numbers).toEqual(numbers.map((_, i) => i + 1));
				const again = blackline(version(after), version(after));
				expect([again.same, again.changes]).toEqual([true, 0]);
			}),
			{ numRuns: 300 }
		);
	});

	it('[R5] the runs of a textblock are its words to the letter', () => {
		fc.assert(
			fc.property(anyDoc, (doc) => {
				for (const { node, kind, text } of passagesOf(version(doc), {}))
					if (node?.content && kind !== 'table')
						expect(
							runsOf(node)
								.map((run) => run.text)
								.join('')
						).toBe(text);
			}),
			{ numRuns: 200 }
		);
	});

	it('[R5] a paragraph of a megabyte, and thousands of paragraphs, are told within bounds', () => {
		const long = (word: string) => `${word} `.repeat(Math.ceil(1_000_000 / (word.length + 1)));
		const paragraph = (text: string): DocNode => ({
			type: 'paragraph',
			content: [{ type: 'text', text }]
		});
		const doc = (...content: DocNode[]): DocNode => ({ type: 'doc', content });
		const many = (word: string) =>
			doc(...Array.from({ length: 3_000 }, (_, i) => paragraph(`${word} ${i} i byn vid sjön`)));
		const begun = process.cpuUsage();
		const one = between(doc(paragraph(long('skola'))), doc(paragraph(long('förskola'))));
		expect(one.blocks.map(({ mark }) => mark)).toEqual(['removed', 'added']);
		const other = between(
			doc(paragraph(`${long('skola')} en katt`)),
			doc(paragraph(`${long('skola')} två hundar`))
		);
		expect(other.counts.changed).toBe(1);
		const rows = between(many('Barn'), many('Unga'));
		expect(rows.blocks.length).toBeGreaterThanOrEqual(3_000);
		// Of the processor, whatever else it does meanwhile; without bounds these take minutes.
		const { user, system } = process.cpuUsage(begun);
		expect((user + system) / 1e6).toBeLessThan(15);
	}, 60_000);
});
