import { partedWord, SOFT_HYPHEN, withSoftHyphens } from '#server/export/soft-hyphens.ts';
import { editionHtml, editionMarkup } from '#server/export/edition-html.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoEdition } from './support/edition.ts';

const shown = (text: string): string => text.replaceAll(SOFT_HYPHEN, '|');
const without = (text: string): string => text.replaceAll(SOFT_HYPHEN, '');

describe('long words', () => {
	it('[P5] compounds are parted where their words meet', () => {
		for (const parted of [
			'verksamhets|områden',
			'utvecklings|områden',
			'kommun|fullmäktige',
			'barn|konsekvens|analyser',
			'barnrätts|perspektivet',
			'socialtjänsten',
			'ungdoms|mottagningen',
			'förvaltnings|domstolen',
			'introduktions|programmen',
			'års|redovisningen',
			'kunskaps|underlag',
			'arbetsmarknads|förvaltningen'
		])
			expect(shown(partedWord(parted.replaceAll('|', '')))).toBe(
				parted === 'socialtjänsten' ? 'social|tjänsten' : parted
			);
	});

	it('[P5] a word of less than twelve letters stays whole, and so do the ends of the others', () => {
		expect(partedWord('nyckeltalen')).toBe('nyckeltalen');
		fc.assert(
			fc.property(fc.stringMatching(/^[a-zåäö]{12,40}$/), (word) => {
				const parts = partedWord(word).split(SOFT_HYPHEN);
				expect(parts.join('')).toBe(word);
				expect(parts[0]?.length).toBeGreaterThanOrEqual(3);
				expect(parts.at(-1)?.length).toBeGreaterThanOrEqual(4);
				for (const part of parts) expect(part.length).toBeGreaterThanOrEqual(3);
			})
		);
	});

	it('[P5] addresses, code, pictures, what is to be copied and what somebody parted stay as they are', () => {
		for (const kept of [
			'<a href="/r/verksamhetsområden" id="utvecklingsområden" aria-label="Länk till utvecklingsområden">ett</a>',
			'<code>verksamhetsområden</code>',
			'<svg><desc>verksamhetsområden</desc><g><svg></svg></g><text>verksamhetsområden</text></svg>',
			'<p class="x" translate="no">verksamhetsområden</p>',
			'<p>barnrättsombudsmannen@exempelkommun.se</p>',
			'<p>https://exempelkommun.se/verksamhetsområden</p>',
			'<p>verksamhets\u00adområden</p>',
			'<p>&quot;&#39;&amp;</p>'
		])
			expect(withSoftHyphens(kept)).toBe(kept);
		expect(shown(withSoftHyphens('<svg></svg><b>verksamhetsområden</b>'))).toBe(
			'<svg></svg><b>verksamhets|områden</b>'
		);
	});
});

describe('the edition with parted words', () => {
	const markup = editionMarkup(demoEdition());
	const html = editionHtml(demoEdition());

	it('[P1] [P5] is the same without them: words, addresses, ids and labels', () => {
		expect(html.split(SOFT_HYPHEN).length).toBeGreaterThan(300);
		expect(without(html)).toBe(markup);
		for (const tag of html.match(/<[^>]*>/g) ?? []) expect(tag).not.toContain(SOFT_HYPHEN);
	});

	it('[P5] parts the long words of headings and of heads of tables', () => {
		expect(shown(html)).toMatch(/<h3><span class="number">[\d.]+<\/span> [^<]*\|/);
		expect(shown(html)).toMatch(/<th scope="col">(?:<p>)?[^<]*\|/);
	});

	it('[P2] the same words are parted alike, twice', () => {
		expect(editionHtml(demoEdition())).toBe(html);
	});
});
