import { listFixed, type Fixed } from '#server/store/approvals.ts';
import type { AuditEvent } from '#server/store/audit.ts';
import { listEditions } from '#server/store/editions.ts';
import { listSectionActs } from '#server/store/section-acts.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { getWithdrawal } from '#server/store/withdrawals.ts';
import { versionOf } from './versions.ts';

/** The acts that a section's history tells of. */
export const HISTORY_ACTS = [
	'section.submit',
	'section.approve',
	'section.return',
	'section.reopen',
	'section.lateAccept',
	'suggestion.accept',
	'section.restore',
	'section.rebuild',
	'word.import',
	'report.publish'
] as const;
export type HistoryAct = (typeof HISTORY_ACTS)[number];

/** What somebody did to the section, beside writing in it. */
export type ActLine = {
	kind: 'act';
	act: HistoryAct;
	at: number;
	/** Null for the server itself. */
	personId: string | null;
	/** The name at the time. */
	by: string;
	/** Whose words it took into the text; null where it took none of another in. */
	author: { id: string; name: string } | null;
	reason: string | null;
	/** The version that it made, fixed or decided about; null where none can be read. */
	ref: string | null;
	/** The version before it, to hold it against. */
	before: string | null;
	/** The number of the update that it wrote; null where it wrote none. */
	seq: number | null;
	/** Of a restore: the number of the version that was brought back. */
	restored: number | null;
	/** Of a publication: the edition's number. */
	edition: number | null;
};

/**
 * The section's acts, the newest first.
 * @param names what a person is called
 */
export async function actLines(
	tx: Tx,
	section: Section,
	names: (id: string) => Promise<string>
): Promise<ActLine[]> {
	const fixed = await listFixed(tx, section.id);
	const lines: ActLine[] = [];
	for (const event of await listSectionActs(tx, section, HISTORY_ACTS)) {
		const version = await versionOfAct(tx, section, event, fixed);
		if (!version) continue;
		const { detail } = event;
		const author = authorOf(event);
		lines.push({
			kind: 'act',
			act: event.act as HistoryAct,
			at: event.at,
			personId: event.personId,
			by: event.personName,
			author: author === null ? null : { id: author, name: await names(author) },
			reason: event.reason,
			...version,
			restored: event.act === 'section.restore' ? numberIn(detail, 'version') : null,
			edition: event.act === 'report.publish' ? numberIn(detail, 'number') : null
		});
	}
	return lines;
}

type OfVersion = Pick<ActLine, 'ref' | 'before' | 'seq'>;

/** Null when the act did nothing to this section. */
async function versionOfAct(
	tx: Tx,
	section: Section,
	event: AuditEvent,
	fixed: readonly Fixed[]
): Promise<OfVersion | null> {
	switch (event.act) {
		case 'section.submit':
		case 'section.approve':
		case 'section.return':
		case 'section.reopen': {
			const then = fixed
				.filter(({ submittedAt }) => submittedAt <= event.at)
				.toSorted((a, b) => a.submittedAt - b.submittedAt);
			const [before, now] = then.slice(-2).length === 2 ? then.slice(-2) : [undefined, then[0]];
			return {
				ref: now ? `fixed-${now.id}` : null,
				before: before ? `fixed-${before.id}` : null,
				seq: null
			};
		}
		case 'report.publish':
			return published(tx, section, event);
		case 'word.import': {
			const all = event.detail['sections'];
			const own = Array.isArray(all)
				? (all as Record<string, unknown>[]).find(({ sectionId }) => sectionId === section.id)
				: undefined;
			return own ? written(numberIn(own, 'seq')) : null;
		}
		default:
			return written(numberIn(event.detail, 'seq'));
	}
}

const written = (seq: number | null): OfVersion => ({
	seq,
	ref: seq === null ? null : `seq-${seq}`,
	before: seq === null || seq < 2 ? null : `seq-${seq - 1}`
});

/** The edition, when it holds the section and readers are shown it. */
async function published(
	tx: Tx,
	section: Section,
	{ detail }: AuditEvent
): Promise<OfVersion | null> {
	const own = (await listEditions(tx)).filter(({ reportId }) => reportId === section.reportId);
	const edition = own.find(({ number }) => number === detail['number']);
	if (!edition || (await getWithdrawal(tx, edition.id, 'html'))) return null;
	const ref = `edition-${edition.id}`;
	if (!(await versionOf(tx, section, ref))) return null;
	const earlier = own.find(({ number }) => number === edition.number - 1);
	return { ref, before: earlier ? `edition-${earlier.id}` : null, seq: null };
}

/** Of what came late and of a suggestion: who wrote it. */
const authorOf = ({ act, personId, detail }: AuditEvent): string | null => {
	if (act !== 'section.lateAccept' && act !== 'suggestion.accept') return null;
	const { author } = detail;
	return typeof author === 'string' && author !== personId ? author : null;
};

const numberIn = (detail: Record<string, unknown>, name: string): number | null => {
	const value = detail[name];
	return typeof value === 'number' ? value : null;
};
