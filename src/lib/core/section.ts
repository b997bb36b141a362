import { ok, refuse, type Happened, type Result } from './result.ts';

/** S1: the three states of a section. Publication is a property of editions, not of sections. */
export type SectionState = 'draft' | 'submitted' | 'approved';
export const SECTION_STATES = ['draft', 'submitted', 'approved'] as const;

/** What moves a section from one state to another. */
export type Transition = 'submit' | 'approve' | 'return' | 'reopen';
export const TRANSITIONS = ['submit', 'approve', 'return', 'reopen'] as const;

const PATHS: Record<Transition, { from: SectionState; to: SectionState }> = {
	submit: { from: 'draft', to: 'submitted' },
	approve: { from: 'submitted', to: 'approved' },
	return: { from: 'submitted', to: 'draft' },
	reopen: { from: 'approved', to: 'draft' }
};

/** S5: the transitions that need a reason. */
export const needsReason = (t: Transition): boolean => t === 'return' || t === 'reopen';

/** What somebody must have done when a section is found in `state` although another was expected. */
const HAPPENED: Record<SectionState, Happened> = {
	draft: 'returned',
	submitted: 'submitted',
	approved: 'approved'
};

export type TransitionInput = {
	transition: Transition;
	/** The section as it is now. */
	state: SectionState;
	reason: string | null;
	/** Who last changed the state, and when: named when the act comes too late (S10). */
	lastBy: string | null;
	lastAt: number | null;
};

/**
 * The next state, or why there is none: S1 (no other path), S5 (reasons), S10 (the one who comes
 * second is told what happened).
 */
export function transition(input: TransitionInput): Result<SectionState> {
	const path = PATHS[input.transition];
	if (input.state !== path.from)
		return refuse({
			code: 'moved',
			happened: HAPPENED[input.state],
			by: input.lastBy,
			at: input.lastAt
		});
	if (needsReason(input.transition) && !input.reason?.trim())
		return refuse({ code: 'reasonNeeded' });
	return ok(path.to);
}

/** The transitions that lead out of a state: what a page may offer. */
export const transitionsFrom = (state: SectionState): Transition[] =>
	TRANSITIONS.filter((t) => PATHS[t].from === state);
