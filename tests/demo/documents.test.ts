import { hindersToPublish, type DocNode } from '#core/publication.ts';
import { sectionsOf } from '#core/template.ts';
import { barnbokslut } from '#core/templates/barnbokslut.ts';
import { MARK_ATTRIBUTES, NODE_ATTRIBUTES } from '#schema/attributes.ts';
import {
	canonicalJson,
	docJson,
	hashOf,
	isValidDoc,
	loadDoc,
	normalise,
	seedUpdate
} from '#schema/content.ts';
import { hasSummary, indicatorIds, missingBlocks, plainText, walk } from '#schema/text.ts';
import * as demo from '#server/demo/figures.ts';
import { lastYear } from '#server/demo/last-year.ts';
import { people } from '#server/demo/people.ts';
import type { DemoReport } from '#server/demo/report.ts';
import { thisYear } from '#server/demo/this-year.ts';
import { describe, expect, it } from 'vitest';

const REPORTS: [string, DemoReport][] = [
	['last year', lastYear],
	['this year', thisYear]
];

function docOf(report: DemoReport, key: string): DocNode {
	const found = report.sections.find((s) => s.key === key);
	if (!found) throw new Error(`no section ${key}`);
	return found.doc;
}
const required = (report: DemoReport) =>
	new Map(sectionsOf(barnbokslut, report.variant).map((s) => [s.key, s]));
const nodes = (doc: DocNode, type: string): DocNode[] => {
	const found: DocNode[] = [];
	walk(doc, (n) => {
		if (n.type === type) found.push(n);
	});
	return found;
};
/** The words of each cell of the first table with this purpose, row by row. */
const cells = (doc: DocNode, purpose: string): string[][] =>
	(nodes(doc, 'table').find((t) => t.attrs?.['purpose'] === purpose)?.content ?? []).map((row) =>
		(row.content ?? []).map(plainText)
	);
const column = (rows: string[][], at: number) => rows.slice(1).map((row) => row[at]);

describe.each(REPORTS)('the demo report of %s', (_, report) => {
	it('[C7] it holds every section of its variant, in order', () => {
		expect(report.sections.map((s) => s.key)).toEqual([...required(report).keys()]);
	});

	it.each(report.sections)('[W5] $key is valid, canonical and within the allowlists', ({ doc }) => {
		expect(isValidDoc(doc)).toBe(true);
		expect(canonicalJson(doc)).toBe(canonicalJson(normalise(doc)));
		walk(doc, (n) => {
			const allowed = NODE_ATTRIBUTES[n.type];
			for (const [name, value] of Object.entries(n.attrs ?? {}))
				expect(allowed?.[name]?.(value), `${n.type}.${name}`).toBe(true);
			for (const mark of n.marks ?? [])
				for (const [name, value] of Object.entries(mark.attrs ?? {}))
					expect(MARK_ATTRIBUTES[mark.type]?.[name]?.(value), `${mark.type}.${name}`).toBe(true);
		});
	});

	it.each(report.sections)('[S4] $key comes back from its Y.Doc with the same hash', ({ doc }) => {
		expect(hashOf(docJson(loadDoc([seedUpdate(doc)])))).toBe(hashOf(doc));
	});

	it('[C7] what is submitted or approved has its required blocks', () => {
		for (const s of report.sections.filter((s) => s.state !== 'draft'))
			expect(
				missingBlocks(s.doc, required(report).get(s.key)?.requiredBlocks ?? []),
				s.key
			).toEqual([]);
	});

	it('[I5] every indicator that a text refers to exists', () => {
		for (const s of report.sections)
			for (const id of indicatorIds(s.doc)) expect(demo.indicatorIds, s.key).toContain(id);
		expect(report.indicatorIds).toEqual(demo.indicatorIds);
	});

	it('[I5] each of the 18 indicators stands in the text exactly once', () => {
		const ids = report.sections.flatMap((s) => indicatorIds(s.doc));
		expect(ids.toSorted()).toEqual(demo.indicatorIds.toSorted());
	});

	it('[C7] every table has a caption and header cells in its first row, and rows of one length', () => {
		for (const s of report.sections)
			for (const t of nodes(s.doc, 'table')) {
				expect(t.attrs?.['caption'], s.key).not.toBe('');
				const rows = t.content ?? [];
				const head = rows[0]?.content ?? [];
				expect(head.every((c) => c.type === 'tableHeader' && plainText(c) !== '')).toBe(true);
				for (const row of rows) expect(row.content).toHaveLength(head.length);
			}
	});

	it('[A7] nobody approved what they wrote', () => {
		for (const s of report.sections) {
			expect(s.approvedBy !== null, s.key).toBe(s.state === 'approved');
			expect(s.submittedBy !== null, s.key).toBe(s.state !== 'draft');
			if (s.approvedBy) {
				expect(s.approvedBy, s.key).not.toBe(s.writtenBy);
				expect(people[s.approvedBy].role).toBe('coordinator');
			}
		}
	});
});

describe('last year’s report', () => {
	it('[C7] nothing hinders its publication', () => {
		const facts = lastYear.sections.map((s) => {
			const section = required(lastYear).get(s.key);
			return {
				sectionId: s.key,
				key: s.key,
				title: section?.title ?? '',
				required: true,
				state: s.state,
				approvedHash: hashOf(s.doc),
				contentHash: hashOf(s.doc),
				missingBlocks: missingBlocks(s.doc, section?.requiredBlocks ?? [])
			};
		});
		expect(facts).toHaveLength(22);
		expect(hindersToPublish(facts, lastYear.decision ?? {})).toEqual([]);
	});

	it('[C7] every section has text of its own, two blocks or more', () => {
		for (const s of lastYear.sections) {
			expect(missingBlocks(s.doc, ['text']), s.key).toEqual([]);
			expect(s.doc.content?.length, s.key).toBeGreaterThanOrEqual(2);
		}
	});

	it('[I4] the summary of indicators stands in the summary', () => {
		expect(lastYear.sections.filter((s) => hasSummary(s.doc)).map((s) => s.key)).toEqual([
			'summary'
		]);
	});

	it('[I5] the indicators stand where they belong', () => {
		const count = (key: string) => indicatorIds(docOf(lastYear, key)).length;
		expect(['economy', 'education', 'safety', 'leisure'].map((k) => count(`figures.${k}`))).toEqual(
			[2, 8, 4, 4]
		);
		expect(nodes(docOf(lastYear, 'figures.safety'), 'figure')).toMatchObject([
			{ attrs: { indicator: 'ind-trygghet-och-studiero' } }
		]);
	});

	it('[C7] it shows every kind of block', () => {
		const types = new Set<string>();
		for (const s of lastYear.sections)
			walk(s.doc, (n) => {
				types.add(n.type);
				for (const mark of n.marks ?? []) types.add(mark.type);
			});
		for (const type of ['quote', 'callout', 'bulletList', 'orderedList', 'table', 'link', 'bold'])
			expect(types).toContain(type);
		for (const s of lastYear.sections)
			for (const q of nodes(s.doc, 'quote')) expect(q.attrs?.['source'], s.key).not.toBe('');
	});

	it('[P4] it says where its figures come from and that the municipality is made up', () => {
		for (const key of ['intro', 'figures'])
			expect(plainText(docOf(lastYear, key))).toContain('Söderhamns kommuns barnbokslut 2022');
		expect(plainText(docOf(lastYear, 'intro'))).toContain('Exempelkommun finns inte');
	});
});

describe('this year’s report', () => {
	const follow = cells(docOf(thisYear, 'followUp'), 'followUp');
	const plan = cells(docOf(thisYear, 'plan'), 'plan');

	it('[S1] two sections are approved, one is submitted, the rest are drafts', () => {
		const inState = (state: string) =>
			thisYear.sections.filter((s) => s.state === state).map((s) => s.key);
		expect(inState('approved')).toEqual(['intro', 'intro.articles']);
		expect(inState('submitted')).toEqual(['figures.economy']);
		expect(inState('draft')).toHaveLength(29);
		expect(thisYear.sections.find((s) => s.key === 'figures.economy')?.submittedBy).toBe('social');
	});

	it('[C7] the follow-up has 12 areas, five completed and seven begun', () => {
		expect(follow[0]).toEqual([
			'Utvecklingsområde från föregående år',
			'Avdelning',
			'Åtgärder',
			'Status',
			'Kommentar'
		]);
		expect(follow).toHaveLength(13);
		const statuses = column(follow, 3);
		expect(statuses.filter((s) => s === 'Genomförd')).toHaveLength(5);
		expect(statuses.filter((s) => s === 'Påbörjad')).toHaveLength(7);
		for (const row of follow) expect(row.every((text) => text !== '')).toBe(true);
	});

	it('[C7] each area stands with its departments and status', () => {
		expect(follow.slice(1).map((row) => [row[0], row[1], row[3]])).toEqual([
			['Skola som arena/Lights on', 'SVF', 'Påbörjad'],
			['Heder och HBTQi-frågor', 'SVF', 'Påbörjad'],
			['Öka barns delaktighet', 'SVF, FIP, FOR', 'Genomförd'],
			['Lovaktiviteter och feriearbeten', 'SVF', 'Genomförd'],
			['Kompetensutveckling', 'F, V', 'Påbörjad'],
			['Styrning & ledning', 'F, V', 'Genomförd'],
			['Förbättrad samverkan kring barn med funktionsvariation', 'BOU, FIP, SVF', 'Påbörjad'],
			['Aktivt arbete med genomförandeplaner', 'BOU', 'Påbörjad'],
			['Deltagande i barnhälsonätverk och implementering av rutin', 'BOU, FIP', 'Genomförd'],
			['Fokus på arbetsmiljö och kompetensutveckling', 'BOU', 'Genomförd'],
			[
				'Förbättra uppföljning av insatser för barn inom utförarverksamheterna som inkluderar effekt och analys',
				'FOR',
				'Påbörjad'
			],
			['Komma in tidigt', 'FOR', 'Påbörjad']
		]);
	});

	it('[C7] the plan has 10 areas with departments, measures and expected results', () => {
		expect(plan[0]).toEqual(['Utvecklingsområde', 'Avdelning', 'Åtgärder', 'Förväntade resultat']);
		expect(plan.slice(1).map((row) => row.slice(0, 2))).toEqual([
			['Nå önskade målgrupper', 'SVF'],
			['Skola som arena', 'SVF'],
			['Heder och HBTQI-frågor', 'SVF'],
			['Lovaktiviteter och feriearbeten', 'SVF'],
			['Kompetensutveckling', 'V, F'],
			['Ledning och styrning', 'V, F'],
			['Stärka samverkan runt barn med omfattande/komplexa behov', 'BOU, FIP'],
			['Förbättrad uppföljning', 'BOU, FIP, FOR'],
			['Barnets röst', 'BOU, FIP'],
			['Öka barns delaktighet', 'BOU, FIP, FOR, SVF']
		]);
		for (const row of plan) expect(row.every((text) => text !== '')).toBe(true);
	});

	it('[C7] what was planned last year is what is followed up this year', () => {
		expect(column(cells(docOf(lastYear, 'plan'), 'plan'), 0)).toEqual(column(follow, 0));
	});

	it('[C7] it is honestly unfinished: some drafts are empty and some required ones lack blocks', () => {
		const empty = thisYear.sections.filter((s) => plainText(s.doc) === '').map((s) => s.key);
		expect(empty).toEqual(['summary.easy', 'current.challenges.other', 'conclusions']);
	});

	it('[A3] the texts that departments write together are shared with all three', () => {
		const shared = thisYear.sections.filter((s) => s.sharedWith.length > 0);
		expect(shared.map((s) => s.key)).toEqual([
			'followUp',
			'current.preconditions',
			'voices',
			'plan'
		]);
		for (const s of shared) expect(s.sharedWith).toEqual(['education', 'social', 'culture']);
	});
});
