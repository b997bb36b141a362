import { areaTablesOf, type Area, type AreaPurpose } from '#core/areas.ts';
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
import { departments, people } from '#server/demo/people.ts';
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
/** The areas of the one table of this purpose. */
function areas(report: DemoReport, purpose: AreaPurpose): Area[] {
	const [table] = areaTablesOf(docOf(report, purpose));
	expect(table?.purpose).toBe(purpose);
	return table?.areas ?? [];
}

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
		for (const type of ['quote', 'callout', 'bulletList', 'areaTable', 'table', 'link', 'bold'])
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
	const follow = areas(thisYear, 'followUp');
	const plan = areas(thisYear, 'plan');
	const shortNames = ({ departments: named }: Area): string =>
		named.map((id) => departments.find((one) => one.id === id)?.abbreviation).join(', ');

	it('[S1] two sections are approved, one is submitted, the rest are drafts', () => {
		const inState = (state: string) =>
			thisYear.sections.filter((s) => s.state === state).map((s) => s.key);
		expect(inState('approved')).toEqual(['intro', 'intro.articles']);
		expect(inState('submitted')).toEqual(['figures.economy']);
		expect(inState('draft')).toHaveLength(29);
		expect(thisYear.sections.find((s) => s.key === 'figures.economy')?.submittedBy).toBe('social');
	});

	it('[C7] the follow-up has 12 areas, five completed and seven begun', () => {
		expect(follow).toHaveLength(12);
		expect(follow.filter(({ status }) => status === 'completed')).toHaveLength(5);
		expect(follow.filter(({ status }) => status === 'started')).toHaveLength(7);
	});

	it('[Y2] every measure has a status and a comment of its own', () => {
		const all = follow.flatMap(({ measures }) => measures);
		const counts = (['completed', 'started', 'notStarted'] as const).map(
			(status) => all.filter((measure) => measure.status === status).length
		);
		expect(counts).toEqual([12, 9, 1]);
		expect(all).toHaveLength(22);
		for (const { text, comments } of all) expect(comments, text).toHaveLength(1);
	});

	it('[C7] each area stands with its departments and status', () => {
		expect(follow.map((area) => [area.title, shortNames(area), area.status])).toEqual([
			['Skola som arena/Lights on', 'KF, BU', 'started'],
			['Heder och HBTQi-frågor', 'KF, SOC', 'started'],
			['Öka barns delaktighet', 'KF, SOC', 'completed'],
			['Lovaktiviteter och feriearbeten', 'KF', 'completed'],
			['Kompetensutveckling', 'SOC', 'started'],
			['Styrning & ledning', 'SOC', 'completed'],
			['Förbättrad samverkan kring barn med funktionsvariation', 'SOC, BU, KF', 'started'],
			['Aktivt arbete med genomförandeplaner', 'SOC', 'started'],
			['Deltagande i barnhälsonätverk och implementering av rutin', 'SOC, BU', 'completed'],
			['Fokus på arbetsmiljö och kompetensutveckling', 'SOC', 'completed'],
			[
				'Förbättra uppföljning av insatser för barn inom utförarverksamheterna som inkluderar effekt och analys',
				'SOC',
				'started'
			],
			['Komma in tidigt', 'SOC', 'started']
		]);
	});

	it('[C7] the plan has 10 areas with departments, measures and expected results', () => {
		expect(plan.map((area) => [area.title, shortNames(area)])).toEqual([
			['Nå önskade målgrupper', 'KF'],
			['Skola som arena', 'KF, BU'],
			['Heder och HBTQI-frågor', 'KF, SOC'],
			['Lovaktiviteter och feriearbeten', 'KF'],
			['Kompetensutveckling', 'SOC'],
			['Ledning och styrning', 'SOC'],
			['Stärka samverkan runt barn med omfattande/komplexa behov', 'SOC, BU'],
			['Förbättrad uppföljning', 'SOC'],
			['Barnets röst', 'SOC, BU'],
			['Öka barns delaktighet', 'SOC, KF']
		]);
		for (const { title, measures, results, responsible, due, status } of plan) {
			expect(measures.length, title).toBeGreaterThan(0);
			expect(results.length, title).toBeGreaterThan(0);
			expect([responsible === '', due === '', status], title).toEqual([false, false, null]);
		}
	});

	it('[Y2] what was planned last year is what is followed up this year: the same areas and measures', () => {
		const ids = (all: Area[]) =>
			all.map(({ id, title, measures }) => [id, title, ...measures.map((m) => [m.id, m.text])]);
		expect(ids(areas(lastYear, 'plan'))).toEqual(ids(follow));
	});

	it('[Y4] results name measures of their own area, where they name any', () => {
		for (const area of [...areas(lastYear, 'plan'), ...plan]) {
			const own = new Set(area.measures.map(({ id }) => id));
			for (const { node, measures, isNamed } of area.results) {
				const named = (node.attrs?.['measures'] ?? []) as string[];
				expect(
					named.every((id) => own.has(id)),
					area.title
				).toBe(true);
				expect([isNamed, measures.length], area.title).toEqual([
					named.length > 0,
					named.length || own.size
				]);
			}
		}
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
