import { checkSections } from '#core/checks.ts';
import { expect, it } from 'vitest';
import { note, signature } from '../../export/support/parts.ts';
import { link } from '../../export/support/every-node.ts';
import { doc, p } from '../../export/support/page.ts';
import type { DocNode } from '#core/publication.ts';

const codes = (...content: DocNode[]) =>
	checkSections([{ sectionId: 's', doc: doc(...content), figures: {} }]).map(
		({ code, place }) => [code, place.path.join('.'), place.from] as const
	);

it('[C6] what a note or a signature tells of a person is found at its place', () => {
	expect(codes(p('Samtal', note('Ring 070-123 45 67.')))).toEqual([['telephone', '0.1', null]]);
	expect(codes(p('Samtal', note('Barnet är 19121212-1212.')))).toEqual([
		['personalNumber', '0.1', null]
	]);
	expect(codes(signature({ name: 'Åsa Ek', title: 'nås på 070-123 45 67' }))).toEqual([
		['telephone', '0', null]
	]);
});

it('[C8] signs that paper lacks are found in notes and signatures', () => {
	expect(codes(p('Bra', note('Så glada 😀')), signature({ name: 'Åsa 😀' }))).toEqual([
		['signNotPrinted', '0.1', null],
		['signNotPrinted', '1', null]
	]);
});

it('[C4] a note cites: its style is not mended, and it is held against no year', () => {
	expect(codes(p('Text', note('SCB (1987), s. 3.5–4, KSOU.')))).toEqual([]);
});

it('[C5] a link goes on behind a note, and what is said of its words points at them', () => {
	const href = 'https://www.scb.se/a';
	const found = codes(
		p('Se', note('Not.'), ' ', link('läs mer', href), note('Till.'), link(' här', href))
	);
	expect(found).toEqual([['linkSaysNothing', '0', 3]]);
});
