import { may } from '#core/access.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import type { SectionState } from '#core/section.ts';
import { sittings, type Sitting } from '#core/sittings.ts';
import { listFixed } from '#server/store/approvals.ts';
import { listNamedVersions } from '#server/store/named-versions.ts';
import { getPerson } from '#server/store/people.ts';
import { getReport } from '#server/store/reports.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { loggedTimes } from '#server/store/versions.ts';
import { seenSection } from './api-section.ts';
import { actLines, type ActLine } from './history-acts.ts';
import type { View } from './index.ts';
import { listPage, type ListPage } from './list-page.ts';

/** People wrote, without a pause and without an act between. */
export type WritingLine = {
	kind: 'writing';
	/** Empty for the server alone: the first content, and what it mended. */
	people: { id: string; name: string; changes: number }[];
	fromAt: number;
	/** When the last of it was written. */
	at: number;
	/** The number of its last update. */
	seq: number;
	ref: string;
	before: string | null;
};

export type HistoryLine = WritingLine | ActLine;

export type HistoryPage = ListPage & {
	report: { id: string; title: string };
	section: {
		id: string;
		key: string;
		number: string;
		title: string;
		state: SectionState;
		seq: number;
	};
	/** The newest first. */
	lines: HistoryLine[];
	/** Who wrote or acted here, by name. */
	people: { id: string; name: string }[];
	/** The newest text first. */
	named: { name: string; by: string; at: number; ref: string; seq: number }[];
	/** Bring versions back, when the section is open. */
	mayRestore: boolean;
	mayName: boolean;
};

/** R3: what became of a section's text, for who may see its versions; of one person when `person` is given. */
export const sectionHistory: View<
	{ reportId: string; sectionId: string; person: string | null; page: number },
	HistoryPage
> = async (tx, actor, params) => {
	const seen = await seenSection(tx, actor, params.sectionId);
	if (!seen.ok) return seen;
	const { section, thing, actor: person } = seen.value;
	if (section.reportId !== params.reportId) return refuse({ code: 'notFound' });
	const allowed = permit(person, 'section.history', thing);
	if (!allowed.ok) return allowed;
	const names = namesOf(tx);
	const acts = await actLines(tx, section, names);
	const writing = await writingLines(tx, section, acts, names);
	const all: HistoryLine[] = [...writing, ...acts].sort((a, b) => b.at - a.at || rank(b) - rank(a));
	const people = new Map<string, string>();
	for (const id of all.flatMap(whoIs)) if (!people.has(id)) people.set(id, await names(id));
	const wanted = all.filter(
		(line) => params.person === null || whoIs(line).includes(params.person)
	);
	const { page, pages, limit, offset } = listPage(params.page, wanted.length);
	const { id, key, number, title, state } = section;
	const named: HistoryPage['named'] = [];
	for (const one of await listNamedVersions(tx, id))
		named.push({
			name: one.name,
			by: await names(one.namedBy),
			at: one.namedAt,
			ref: `seq-${one.seq}`,
			seq: one.seq
		});
	return ok({
		report: {
			id: section.reportId,
			title: (await getReport(tx, section.reportId))?.title ?? ''
		},
		section: { id, key, number, title, state, seq: section.seq },
		lines: wanted.slice(offset, offset + limit),
		page,
		pages,
		people: [...people]
			.map(([personId, name]) => ({ id: personId, name }))
			.sort((a, b) => a.name.localeCompare(b.name, 'sv')),
		named,
		mayRestore: state === 'draft' && may(person, 'section.restore', thing).may,
		mayName: may(person, 'section.settle', thing).may
	});
};

/** What was written, without what acts wrote: those are lines of their own. */
async function writingLines(
	tx: Tx,
	section: Section,
	acts: ActLine[],
	names: (id: string) => Promise<string>
): Promise<WritingLine[]> {
	const times = await loggedTimes(tx, section.id);
	const byActs = new Set(acts.flatMap(({ seq }) => seq ?? []));
	const after = new Set((await listFixed(tx, section.id)).map(({ seq }) => seq));
	for (const seq of byActs) after.add(seq - 1).add(seq);
	const updates = times.map(({ seq, epoch, personId, at }) => ({ seq, epoch, by: personId, at }));
	const lines: WritingLine[] = [];
	for (const sitting of sittings(updates, after)) {
		const isAct = sitting.from === sitting.to && byActs.has(sitting.to);
		if (!isAct) lines.push(await writingLine(sitting, names));
	}
	return lines;
}

async function writingLine(
	{ from, to, fromAt, toAt, people }: Sitting,
	names: (id: string) => Promise<string>
): Promise<WritingLine> {
	return {
		kind: 'writing',
		people: await Promise.all(people.map(async (one) => ({ ...one, name: await names(one.id) }))),
		fromAt,
		at: toAt,
		seq: to,
		ref: `seq-${to}`,
		before: from > 1 ? `seq-${from - 1}` : null
	};
}

/** Names of people, each asked for once. */
export function namesOf(tx: Tx): (id: string) => Promise<string> {
	const known = new Map<string, string>();
	return async (id) => {
		const name = known.get(id) ?? (await getPerson(tx, id))?.name ?? '';
		known.set(id, name);
		return name;
	};
}

const whoIs = (line: HistoryLine): string[] =>
	line.kind === 'writing'
		? line.people.map(({ id }) => id)
		: [line.personId, line.author?.id ?? null].filter((id) => id !== null);

/** What was done in the same moment: an act stands above what was written before it. */
const rank = (line: HistoryLine): number => line.seq ?? Number.MAX_SAFE_INTEGER;
