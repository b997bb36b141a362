import type { Act, ActOnSection, Department, Given, Who } from './acts.ts';
import { allowed, no, rowsOf } from './rights.ts';

/**
 * The reference: states, versions, who wrote, what was seen. Written from RULES.md and from nothing of
 * the program, so that the two can disagree.
 */

export type State = 'draft' | 'submitted' | 'approved';

export type Thread = { by: Who; mustMeet: boolean; open: boolean; version: number };
export type Late = { by: Who; words: string; state: 'open' | 'accepted' | 'declined' };
/** What a submission fixed: what stood there, in the model's words. */
export type Fixed = { by: Who; at: number; text: string };
export type Approval = { fixed: number; by: Who; at: number; voided: boolean };

export type Section = {
	state: State;
	stateBy: Who | null;
	stateAt: number;
	version: number;
	seq: number;
	title: string;
	owner: Department | null;
	whole: Department[];
	rows: Department[];
	words: string[];
	/** Who wrote since the last approval. */
	writers: Set<Who>;
	fixed: Fixed[];
	approvals: Approval[];
	threads: Thread[];
	late: Late[];
};

export type World = {
	now: number;
	fourEyes: boolean;
	roles: Record<Who, Given[]>;
	open: Record<Who, boolean>;
	sections: [Section, Section];
	/** How many lines the trail has, and the last of them. */
	lines: number;
	line: { act: string; by: Who; from: State | null; to: State | null } | null;
};

/** What the page of who asks shows at that moment; by the time of the act it may be otherwise (S10). */
export type Seen = {
	seq: number;
	version: number;
	/** The content that an approval names: the last that was fixed, or another one. */
	text: string | null;
	rows: string;
	threads: number[];
	late: number;
};

/** `ok`, or a refusal as its code and what names it further. */
export type Outcome = string;

/** What the section says, as one string: two that differ must have two hashes. */
export const textOf = ({ title, owner, words }: Section): string =>
	JSON.stringify([title, owner, [...words].sort()]);

export function look(world: World, act: Act): Seen | null {
	if (!('section' in act)) return null;
	const s = world.sections[act.section];
	const last = s.fixed.at(-1)?.text ?? null;
	const other = s.fixed.find(({ text }) => text !== last)?.text ?? null;
	return {
		seq: s.seq,
		version: s.version,
		text: 'right' in act && !act.right ? other : last,
		rows: rowsOf(world, act.by, s).join(),
		threads: s.threads.map(({ version }) => version),
		late: s.late.length
	};
}

/** S10: what the one who comes too late is told. */
const moved = (s: Section): Outcome => `moved:${s.state === 'draft' ? 'returned' : s.state}`;

const PATHS = {
	submit: ['draft', 'submitted'],
	approve: ['submitted', 'approved'],
	return: ['submitted', 'draft'],
	reopen: ['approved', 'draft']
} as const;

/** Does an act in the model; tells what the program must answer to somebody who saw `seen`. */
export function does(world: World, act: Act, seen: Seen | null): Outcome {
	switch (act.do) {
		case 'clock':
			world.now += act.by;
			return 'ok';
		case 'fourEyes':
			world.fourEyes = act.on;
			return 'ok';
		case 'close':
		case 'open':
			world.open[act.to] = act.do === 'open';
			return 'ok';
		case 'grant':
			if (!world.open[act.by]) return 'notSignedIn';
			if (!world.roles[act.by].some((g) => g.role === 'administrator')) return no('role');
			world.roles[act.to] = act.roles;
			tell(world, 'person.grants', act.by);
			return 'ok';
		default:
			if (seen === null) throw new Error('nobody acts on a section unseen');
			return onSection(world, act, seen);
	}
}

function tell(world: World, act: string, by: Who, from: State | null = null, to = from) {
	world.lines += 1;
	world.line = { act, by, from, to };
}

function onSection(world: World, act: ActOnSection, seen: Seen): Outcome {
	const { by } = act;
	const s = world.sections[act.section];
	if (act.do === 'keepLate') {
		// Nobody is refused: what met a lock or a lost right is kept whatever the right is now.
		if (!world.open[by]) return 'notFound';
		s.late.push({ by, words: `sent ${seen.late}`, state: 'open' });
		tell(world, 'section.late', by);
		return 'ok';
	}
	// The gate looks at the lock before it looks at the person.
	if (act.do === 'write' && s.state !== 'draft') return 'locked';
	const decides = act.do === 'acceptLate' || act.do === 'declineLate';
	if (decides && act.which >= seen.late) return 'notFound';
	const late = decides ? s.late[act.which] : undefined;
	const may = allowed(world, act, s, seen);
	if (may !== 'ok') return may;
	switch (act.do) {
		case 'submit':
		case 'approve':
		case 'return':
		case 'reopen': {
			const [from, to] = PATHS[act.do];
			if (s.state !== from) return moved(s);
			const refused = hindered(act, s, seen);
			if (refused !== null) return refused;
			moves(world, act.do, by, s);
			s.state = to;
			s.stateBy = by;
			s.stateAt = world.now;
			s.version += 1;
			tell(world, `section.${act.do}`, by, from, to);
			return 'ok';
		}
		case 'write':
			writes(s, by, `ord ${seen.seq + 1}`);
			return 'ok';
		case 'retitle':
		case 'share':
			if (s.state !== 'draft') return 'locked';
			if (seen.version !== s.version || (act.do === 'retitle' && !act.right))
				return 'moved:valueChanged';
			if (act.do === 'retitle') s.title = `Rubrik ${act.title}`;
			else {
				s.owner = act.owner;
				s.rows = act.rows;
				s.whole = act.whole.filter((d) => !act.rows.includes(d));
			}
			s.version += 1;
			tell(world, 'section.change', by);
			return 'ok';
		case 'comment':
			s.threads.push({ by, mustMeet: act.mustMeet, open: true, version: 1 });
			tell(world, 'thread.start', by);
			return 'ok';
		case 'resolve':
		case 'takeUp': {
			const thread = s.threads[act.which];
			const open = act.do === 'takeUp';
			const isStale = !act.right || seen.threads[act.which] !== thread?.version;
			if (!thread || isStale || thread.open === open)
				return `moved:${thread?.open ? 'takenUp' : 'resolved'}`;
			thread.open = open;
			thread.version += 1;
			tell(world, open ? 'thread.reopen' : 'thread.resolve', by);
			return 'ok';
		}
		case 'acceptLate':
			if (late?.state !== 'open') return 'moved:done';
			if (s.state !== 'draft') return 'locked';
			late.state = 'accepted';
			writes(s, late.by, late.words);
			tell(world, 'section.lateAccept', by);
			return 'ok';
		case 'declineLate':
			if (late?.state !== 'open') return 'moved:done';
			if (act.reason.trim() === '') return 'reasonNeeded';
			late.state = 'declined';
			tell(world, 'section.lateDecline', by);
			return 'ok';
	}
}

type Transition = Extract<ActOnSection, { do: keyof typeof PATHS }>;

/** Why a transition whose state fits is refused all the same. */
function hindered(act: Transition, s: Section, seen: Seen): Outcome | null {
	switch (act.do) {
		case 'submit':
			return act.right && seen.seq === s.seq ? null : 'moved:textChanged';
		case 'approve': {
			if (seen.text === null || seen.text !== s.fixed.at(-1)?.text) return 'moved:textChanged';
			return s.threads.some(({ open, mustMeet }) => open && mustMeet) ? 'notReady' : null;
		}
		default:
			return act.reason.trim() === '' ? 'reasonNeeded' : null;
	}
}

/** What a transition leaves behind. */
function moves(world: World, how: Transition['do'], by: Who, s: Section) {
	const at = world.now;
	if (how === 'submit') s.fixed.push({ by, at, text: textOf(s) });
	if (how === 'approve') {
		s.approvals.push({ fixed: s.fixed.length - 1, by, at, voided: false });
		s.writers.clear();
	}
	if (how === 'reopen') for (const one of s.approvals) one.voided = true;
}

function writes(s: Section, by: Who, words: string) {
	s.seq += 1;
	s.words.push(words);
	s.writers.add(by);
}
