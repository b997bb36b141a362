// @vitest-environment jsdom
import { areaTableNode } from '#core/area-nodes.ts';
import type { LineageLink } from '#core/lineage.ts';
import { proposeLineage } from '#core/lineage-proposal.ts';
import type { EditionModel } from '#core/publication.ts';
import { lineageOf } from '#server/export/lineage.ts';
import { printDocument } from '#server/export/print/build.ts';
import { describe, expect, it } from 'vitest';
import { followed, followedNode, planned, plannedNode } from '../core/gothenburg-areas.ts';
import { edition, section } from './support/edition.ts';
import { all, doc, page, words } from './support/page.ts';
import { inputOf } from './support/csv.ts';

/** What readers are told of where last year's areas went: what people confirmed, and nothing else. */

const confirmed: LineageLink[] = proposeLineage(followed, planned).map(({ kind, from, to }) => ({
	kind,
	from,
	to
}));

const model = (lineage: LineageLink[] | null, ...plans: LineageLink[][]): EditionModel =>
	edition([
		section({ key: 'followUp', number: '4', title: 'Uppföljning', doc: doc(followedNode) }, []),
		section(
			{
				key: 'plan',
				number: '9',
				title: 'Plan',
				doc: doc(plannedNode),
				...(lineage && { lineage })
			},
			[]
		),
		...plans.map((links, i) =>
			section({ key: `plan${i}`, doc: doc(areaTableNode('plan', '', [])), lineage: links }, [])
		)
	]);

const LISTS = [
	'Fortsätter (5)',
	'Fortsätter med nytt namn (1)',
	'Fortsätter i ny form (1)',
	'Har slagits ihop (1)',
	'Är avslutade (2)',
	'Finns inte med i planen (1)',
	'Nya i planen (2)'
];
const MERGED =
	'”Aktivt arbete med genomförandeplaner” och ”Förbättra uppföljning av insatser för barn inom utförarverksamheterna som inkluderar effekt och analys” blir ”Förbättrad uppföljning”';

describe('where the promises went', () => {
	it('[Y3] [P4] stands after what became of them: each way by name, what was dropped with how far it had come', () => {
		const html = page(model(confirmed));
		const [ways] = all(html, '#loftenas-vag');
		expect(ways && all(ways, 'h3').map(words)).toEqual(LISTS);
		const lines = ways ? all(ways, 'li').map(words) : [];
		expect(lines).toContain(MERGED);
		expect(lines).toContain('Komma in tidigt (påbörjat)');
		expect(lines).toContain('”Skola som arena/Lights on” blir ”Skola som arena”');
		expect(ways?.previousElementSibling?.id).toBe('loften');
		expect(all(html, '.contents a').map(words)).toContain('Hit tog de vägen');
	});

	it('[Y3] [P4] is the same on paper', () => {
		const document = printDocument(inputOf(model(confirmed)));
		const blocks = document.parts.flatMap((part) => part.blocks);
		const at = blocks.findIndex((b) => b.kind === 'heading' && b.id === 'loftenas-vag');
		const text = JSON.stringify(blocks.slice(at, at + 18));
		for (const words of [...LISTS, MERGED, 'Komma in tidigt (påbörjat)'])
			expect(text).toContain(words);
	});

	it('[Y3] what nobody has confirmed is told as that; what ended is told once, whichever plans say it', () => {
		const dropped: LineageLink = { kind: 'dropped', from: ['f12'], to: [] };
		const kept: LineageLink = { kind: 'kept', from: ['f2'], to: ['p3'] };
		const told = lineageOf(model([kept, dropped], [dropped]));
		expect(told?.kinds).toEqual([
			{ kind: 'kept', ways: ['Heder och HBTQI-frågor'] },
			{ kind: 'dropped', ways: ['Komma in tidigt (påbörjat)'] }
		]);
		expect(told?.untold).toHaveLength(10);
		expect(told?.untold).not.toContain('Komma in tidigt');
	});

	it('[Y3] [P1] nothing is said where nothing was confirmed, or where its areas are not in the edition', () => {
		expect(lineageOf(model(null))).toBeNull();
		expect(lineageOf(model([{ kind: 'kept', from: ['f2'], to: ['gone'] }]))).toBeNull();
		expect(all(page(model(null)), '#loftenas-vag')).toEqual([]);
	});
});
