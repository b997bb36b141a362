import type { Line, Right } from '../line.ts';
import type { Ids } from '../world.ts';

/** Doors of one section of a report. */

const HERE = '/reports/[id]/sections/[sectionId]';
const at = ({ report, section }: Ids) => ({ params: { id: report, sectionId: section } });
const version = (ids: Ids) => ({ params: { ...at(ids).params, ref: 'seq-1' } });
const right = (act: Right[0]): Right[] => [[act, 'section']];
const thread = (name: string, line: Partial<Line> & { act: (ids: Ids) => object }): Line => ({
	door: `POST ${HERE}/threads`,
	case: name,
	asks: right('section.comment'),
	ask: (ids) => ({ ...at(ids), json: { act: name, ...line.act(ids) } }),
	unjudged: ['report'],
	...line
});
const said = { text: 'Så är det.', mentions: [] };

/** The room's forms name the section; the desk's have it in their address. */
const decisions = (
	[
		['submit', 'section.submit'],
		['approve', 'section.approve'],
		['return', 'section.return'],
		['reopen', 'section.reopen']
	] as const
).flatMap(([how, act]): Line[] => {
	const facts = { asks: right(act), state: how };
	const form = (seq: number, hash: string) => ({
		seenSeq: String(seq),
		hash,
		reason: 'Mer text behövs.'
	});
	const inRoom: Line = {
		...facts,
		door: `act /reports/[id]?/${how}`,
		ask: ({ report, section }, { seq, hash }) => ({
			params: { id: report },
			form: { sectionId: section, ...form(seq, hash) }
		}),
		done: 200,
		unjudged: ['report']
	};
	const atDesk: Line = {
		...facts,
		door: `act ${HERE}?/${how}`,
		ask: (ids, { seq, hash }) => ({ ...at(ids), form: form(seq, hash) }),
		unjudged: ['report']
	};
	return how === 'submit' ? [inRoom] : [inRoom, atDesk];
});

export const section: Line[] = [
	...decisions,
	{ door: `load ${HERE}`, asks: right('section.read'), ask: at },
	{
		door: `act ${HERE}?/override`,
		asks: right('section.override'),
		ask: (ids) => ({ ...at(ids), form: { finding: 'none', reason: 'Det är så.' } }),
		done: 409,
		unjudged: ['report']
	},
	...(['accept', 'decline'] as const).map((how): Line => ({
		door: `act ${HERE}?/${how}`,
		asks: right('section.late'),
		ask: (ids) => ({ ...at(ids), form: { lateId: ids.late, reason: 'Står redan där.' } }),
		...(how === 'accept' ? { state: 'open' } : {}),
		unjudged: ['report', 'section']
	})),
	{ door: `load ${HERE}/blackline`, asks: right('section.history'), ask: at },
	{ door: `load ${HERE}/history`, asks: right('section.history'), ask: at },
	{ door: `load ${HERE}/history/[ref]`, asks: right('section.history'), ask: version },
	{ door: `load ${HERE}/history/authors`, asks: right('section.history'), ask: at },
	{
		door: `act ${HERE}/history/[ref]?/restore`,
		asks: right('section.restore'),
		ask: (ids, { seq }) => ({ ...version(ids), form: { seenSeq: String(seq) } }),
		state: 'open',
		unjudged: ['report']
	},
	{
		door: `act ${HERE}/history/[ref]?/name`,
		asks: right('section.restore'),
		ask: (ids) => ({ ...version(ids), form: { name: 'Före jul' } }),
		unjudged: ['report']
	},
	{ door: `GET ${HERE}/threads`, asks: right('section.read'), ask: at, unjudged: ['report'] },
	thread('start', {
		act: () => ({ epoch: 1, anchor: null, mustMeet: false, ...said })
	}),
	thread('start', {
		case: 'start, to be met',
		asks: [...right('section.comment'), ...right('section.return')],
		act: () => ({ epoch: 1, anchor: null, mustMeet: true, ...said })
	}),
	thread('answer', { act: (ids) => ({ threadId: ids.thread, ...said }) }),
	// One's own words, and nobody else's.
	thread('edit', {
		act: (ids) => ({ commentId: ids.comment, ...said }),
		beside: ({ personId }) => (personId === 'walk-person-coordinator' ? null : 403)
	}),
	thread('withdrawComment', {
		act: (ids) => ({ commentId: ids.comment }),
		beside: ({ personId }) => (personId === 'walk-person-coordinator' ? null : 403)
	}),
	thread('resolve', {
		act: (ids) => ({ threadId: ids.thread, version: 1 }),
		asks: [...right('section.comment'), ...right('section.settle')]
	}),
	thread('reopen', {
		act: (ids) => ({ threadId: ids.thread, version: 1 }),
		asks: [...right('section.comment'), ...right('section.settle')],
		// It is open.
		done: 409
	}),
	thread('suggest', {
		// A place that is none: who may comment is told so.
		act: () => ({
			epoch: 1,
			anchor: { start: 'AAAA', end: 'AAAA' },
			replaces: 'a',
			proposed: 'b',
			...said
		}),
		done: 422
	}),
	thread('accept', {
		act: (ids) => ({ threadId: ids.suggestion, version: 1 }),
		asks: right('section.settle'),
		state: 'open'
	}),
	thread('decline', {
		act: (ids) => ({ threadId: ids.suggestion, version: 1, reason: 'Nej.' }),
		asks: right('section.settle')
	}),
	thread('withdraw', {
		act: (ids) => ({ threadId: ids.suggestion, version: 1 }),
		// Its author was somebody else than all of these.
		beside: () => 403
	})
];
