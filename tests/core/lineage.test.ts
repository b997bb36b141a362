import { areaTableNode } from '#core/area-nodes.ts';
import {
	areaTableOf,
	rolledUp,
	type Area,
	type AreaPurpose,
	type MeasureStatus
} from '#core/areas.ts';
import { lineageSides, standing } from '#core/lineage-areas.ts';
import { proposeLineage } from '#core/lineage-proposal.ts';
import { isWhole, LINEAGE_KINDS, type LineageKind } from '#core/lineage.ts';
import { followedAreas } from '#server/demo/areas/followed.ts';
import { plannedAreas } from '#server/demo/areas/planned.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followed, followedNode, planned, plannedNode } from './gothenburg-areas.ts';

type Row = [title: string, departments: string, measures: string[], status?: MeasureStatus];
const areas = (purpose: AreaPurpose, rows: Row[]): Area[] =>
	areaTableOf(
		areaTableNode(
			purpose,
			'',
			rows.map(([title, departments, measures, status], i) => ({
				id: `${purpose} ${i}`,
				title,
				departments: departments === '' ? [] : departments.split(' '),
				measures: measures.map((text, n) => ({ id: `${i} ${n}`, text, status: status ?? null }))
			}))
		)
	).areas;
const before = (...rows: Row[]) => areas('followUp', rows);
const after = (...rows: Row[]) => areas('plan', rows);

/** "kept: Kompetensutveckling → Kompetensutveckling". */
function told(from: Area[], to: Area[]): string[] {
	const titles = new Map([...from, ...to].map(({ id, title }) => [id, title]));
	const names = (ids: string[]) => ids.map((id) => titles.get(id) ?? '?').join(' + ');
	return proposeLineage(from, to).map((p) => `${p.kind}: ${names(p.from)} → ${names(p.to)}`.trim());
}

const WAYS = [
	'renamed: Skola som arena/Lights on → Skola som arena',
	'kept: Heder och HBTQi-frågor → Heder och HBTQI-frågor',
	'kept: Öka barns delaktighet → Öka barns delaktighet',
	'kept: Lovaktiviteter och feriearbeten → Lovaktiviteter och feriearbeten',
	'kept: Kompetensutveckling → Kompetensutveckling',
	'kept: Styrning & ledning → Ledning och styrning',
	'reshaped: Förbättrad samverkan kring barn med funktionsvariation → Stärka samverkan runt barn med omfattande/komplexa behov',
	'merged: Aktivt arbete med genomförandeplaner + Förbättra uppföljning av insatser för barn inom utförarverksamheterna som inkluderar effekt och analys → Förbättrad uppföljning',
	'finished: Deltagande i barnhälsonätverk och implementering av rutin →',
	'finished: Fokus på arbetsmiljö och kompetensutveckling →',
	'dropped: Komma in tidigt →',
	'new:  → Nå önskade målgrupper',
	'new:  → Barnets röst'
];

describe('the ways of areas', () => {
	test('[Y3] of Göteborg’s twelve and ten areas every one is proposed as a person would confirm it', () => {
		expect([followed.length, planned.length]).toEqual([12, 10]);
		expect(told(followed, planned)).toEqual(WAYS);
		const proposals = proposeLineage(followed, planned);
		const count = (kind: LineageKind) => proposals.filter((p) => p.kind === kind).length;
		expect(Object.fromEntries(LINEAGE_KINDS.map((kind) => [kind, count(kind)]))).toEqual({
			kept: 5,
			renamed: 1,
			reshaped: 1,
			merged: 1,
			split: 0,
			finished: 2,
			dropped: 1,
			new: 2
		});
		// Only what is called the same is sure: nothing else is confirmed without being looked at.
		const sure = proposals.filter((p) => p.sureness === 'sure');
		expect(sure.map(({ kind }) => kind)).toEqual(['kept', 'kept', 'kept', 'kept', 'kept']);
		expect(proposals.find(({ kind }) => kind === 'merged')?.sureness).toBe('unsure');
		expect(proposals.find(({ kind }) => kind === 'dropped')?.reasons).toContain('started');
	});

	test('[Y3] the same areas in the demo’s other words give the same', () => {
		const rows = (all: typeof plannedAreas, status?: (i: number) => MeasureStatus): Row[] =>
			all.map(({ title, departments, measures }, i): Row => {
				const is = status?.(i);
				const texts = measures.map(({ text }) => text);
				return [title, departments.join(' '), texts, ...(is ? [is] : [])] as Row;
			});
		const done = (i: number) =>
			rolledUp((followedAreas[i]?.measures ?? []).map(({ status = null }) => status)) ?? 'unknown';
		expect(
			told(areas('followUp', rows(followedAreas, done)), areas('plan', rows(plannedAreas)))
		).toEqual(WAYS);
	});

	test('[Y3] a name may be turned round, inflected, spelt with "&", or lose what stands after a slash', () => {
		const from = before(
			['Psykisk hälsa bland unga', 'BUN', ['Öppna en mottagning.'], 'started'],
			['Barn & kultur', 'KUF', ['Fler platser i kulturskolan.'], 'started'],
			['Fritidsgårdar/mötesplatser', 'KUF', ['Längre öppettider.'], 'started']
		);
		const to = after(
			['Kultur och barn', 'KUF', ['Avgiften sänks.']],
			['Mötesplatser', 'KUF', ['Öppet även på helger.']],
			['Ungas psykiska hälsa', 'BUN', ['Elevhälsan får fler timmar.']]
		);
		expect(told(from, to)).toEqual([
			'kept: Psykisk hälsa bland unga → Ungas psykiska hälsa',
			'kept: Barn & kultur → Kultur och barn',
			'renamed: Fritidsgårdar/mötesplatser → Mötesplatser'
		]);
	});

	test('[Y3] another name with the same measures is found by them, and where they changed too it is reshaped', () => {
		const from = before(
			['Motverka våld i nära relationer', '', ['Utbilda alla i att fråga om våld.'], 'started'],
			[
				'Barnkonsekvensanalyser i alla beslut',
				'KLK',
				['Utbilda nämndsekreterarna.', 'Ta fram en mall.'],
				'notStarted'
			]
		);
		const to = after(
			['Barn som upplever våld', '', ['Alla som möter barn frågar om våld.']],
			[
				'Barnets bästa i varje beslut',
				'KLK',
				['Mallen för barnkonsekvensanalys tas i bruk, och nämndsekreterare utbildas.']
			]
		);
		expect(told(from, to)).toEqual([
			'renamed: Motverka våld i nära relationer → Barn som upplever våld',
			'reshaped: Barnkonsekvensanalyser i alla beslut → Barnets bästa i varje beslut'
		]);
	});

	test('[Y3] where the name and half of the measures changed only a person sees the way; no end is ever sure', () => {
		const from = before([
			'Minska skolfrånvaron',
			'BUN',
			['Ta fram en plan för frånvaro.', 'Bygg om skolgården vid Lunden.'],
			'started'
		]);
		const to = after([
			'Öka närvaron',
			'BUN',
			['Planen för frånvaro används.', 'Skjutsa elever på landet.']
		]);
		expect(told(from, to)).toEqual(['dropped: Minska skolfrånvaron →', 'new:  → Öka närvaron']);
		expect(proposeLineage(from, to).some(({ sureness }) => sureness === 'sure')).toBe(false);
	});

	test('[Y3] one area may become several, and several one', () => {
		const from = before(
			[
				'Delaktighet och inflytande',
				'',
				['Inrätta ungdomsråd.', 'Gör en barnpanel för yngre barn.'],
				'started'
			],
			['Kost och rörelse', '', ['Servera mer grönsaker i skolmaten.'], 'completed'],
			['Rörelse varje dag', '', ['Daglig rörelse på schemat i grundskolan.'], 'started']
		);
		const to = after(
			['Ungdomsråd', '', ['Ungdomsrådet inrättas och får en egen budget.']],
			['Barnpanel', '', ['Barnpanelen för yngre barn träffas fyra gånger.']],
			['Hälsosam skoldag', '', ['Rörelse varje dag på schemat, och grönsaker i skolmaten.']]
		);
		expect(told(from, to)).toEqual([
			'split: Delaktighet och inflytande → Ungdomsråd + Barnpanel',
			'merged: Kost och rörelse + Rörelse varje dag → Hälsosam skoldag'
		]);
	});

	test('[Y3] a name that has found itself is joined by another only where the measures are alike', () => {
		const from = before(['Öka barns delaktighet', 'A', ['Elevråd på alla skolor.'], 'started']);
		const kept = ['Öka barns delaktighet', 'A', ['Elevråden får en budget.']] satisfies Row;
		expect(told(from, after(kept, ['Delaktighet', '', ['Fråga barn på akuten.']]))).toEqual([
			'kept: Öka barns delaktighet → Öka barns delaktighet',
			'new:  → Delaktighet'
		]);
		expect(told(from, after(kept, ['Delaktighet', '', ['Elevråd på fler skolor.']]))).toEqual([
			'split: Öka barns delaktighet → Öka barns delaktighet + Delaktighet'
		]);
	});

	test('[Y3] words that every plan is full of make no area another’s successor', () => {
		const from = before(
			['Stärka samverkan', 'A', ['Samverka mer med polisen.'], 'started'],
			['Utveckla arbetssätt', 'A', ['Ta fram rutin för mottagande.'], 'completed'],
			['Öka kunskapen', 'A', ['Utbilda alla i barnkonventionen.'], 'stopped']
		);
		const to = after(
			['Stärka tillgängligheten', 'A', ['Lättläst information på webben.']],
			['Utveckla kompetens', 'A', ['Utbildning om neuropsykiatri för chefer.']]
		);
		expect(told(from, to)).toEqual([
			'dropped: Stärka samverkan →',
			'finished: Utveckla arbetssätt →',
			'dropped: Öka kunskapen →',
			'new:  → Stärka tillgängligheten',
			'new:  → Utveckla kompetens'
		]);
	});

	test('[Y3] another department’s area by the same name is not sure, and what was never begun is told so', () => {
		const [same] = proposeLineage(
			before(['Delaktighet', 'SKOLA', ['Elevråd på alla skolor.'], 'started']),
			after(['Delaktighet', 'KULTUR', ['Unga planerar konserter.']])
		);
		expect(same).toMatchObject({ kind: 'kept', sureness: 'likely' });
		expect(same?.reasons).toEqual(['sameName', 'otherDepartments']);
		const [dropped] = proposeLineage(before(['Lekplatser', '', ['Rusta fem.'], 'notStarted']), []);
		expect(dropped?.reasons).toEqual(['noSuccessor', 'notStarted']);
	});

	test('[Y3] every area stands in exactly one proposal, which is whole, whatever people wrote', () => {
		const words = fc.constantFrom('kost', 'rörelse', 'barn', 'Öka', 'plan/röst', '&', 'skola', '');
		const text = fc.array(words, { maxLength: 3 }).map((all) => all.join(' '));
		const status = fc.constantFrom<(MeasureStatus | undefined)[]>(
			'completed',
			'started',
			undefined
		);
		const row: fc.Arbitrary<Row> = fc.tuple(
			text,
			fc.constantFrom('', 'A', 'B', 'A B'),
			fc.array(text, { maxLength: 2 }),
			status
		) as fc.Arbitrary<Row>;
		const rows = fc.array(row, { maxLength: 6 });
		fc.assert(
			fc.property(rows, rows, (a, b) => {
				const [from, to] = [before(...a), after(...b)];
				const proposals = proposeLineage(from, to);
				const ids = (all: string[]) => [...all].sort();
				expect(ids(proposals.flatMap((p) => p.from))).toEqual(ids(from.map(({ id }) => id)));
				expect(ids(proposals.flatMap((p) => p.to))).toEqual(ids(to.map(({ id }) => id)));
				for (const { kind, from, to } of proposals) expect(isWhole({ kind, from, to })).toBe(true);
			}),
			{ numRuns: 200 }
		);
	});
});

describe('the two sides of a report', () => {
	const docs = [
		{ section: 'a', doc: { type: 'doc', content: [followedNode] } },
		{ section: 'b', doc: { type: 'doc', content: [plannedNode, followedNode] } }
	];

	test('[Y3] are its tables by what they are for; a table that stands twice has areas of its own', () => {
		const { followed: all, planned: next } = lineageSides(docs);
		expect([all.length, next.length]).toEqual([24, 10]);
		expect(new Set(all.map(({ area }) => area.id)).size).toBe(24);
		expect(all[12]).toMatchObject({
			section: 'b',
			area: { id: 'f1-1', title: followed[0]?.title }
		});
	});

	test('[Y3] a link whose areas are gone stands no more', () => {
		const links = [
			{ kind: 'kept' as const, from: ['f2'], to: ['p3'] },
			{ kind: 'kept' as const, from: ['f2'], to: ['gone'] },
			{ kind: 'merged' as const, from: ['f1', 'gone'], to: ['p1'] },
			{ kind: 'kept' as const, from: ['f3'], to: [] }
		];
		expect(standing(links, lineageSides(docs))).toEqual([links[0]]);
	});
});
