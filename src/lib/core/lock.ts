import type { SectionState } from './section.ts';

/**
 * Why a section takes no changes (S7). One value for gate, editor, page and API. It is a state and
 * not a lease (S8): no time ends it and nobody holds it.
 */
export type Lock = {
	why: 'submitted' | 'approved';
	/** The name of who submitted or approved; null when the account is gone. */
	by: string | null;
	/** When, in milliseconds since 1970. */
	since: number;
	/** The role that can open it. */
	opensBy: 'coordinator';
};

/** What `lockOn` needs to know of a section. */
export type LockFacts = { state: SectionState; stateBy: string | null; stateAt: number };

/** The lock on a section, or null when it is open. */
export function lockOn(section: LockFacts): Lock | null {
	if (section.state === 'draft') return null;
	return {
		why: section.state,
		by: section.stateBy,
		since: section.stateAt,
		opensBy: 'coordinator'
	};
}
