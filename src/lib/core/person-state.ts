/** Whether somebody can get in: what administrators see of an account. */
export const PERSON_STATES = ['active', 'invited', 'none', 'closed'] as const;
/** `none`: no way in yet, and no invitation that is open. */
export type PersonState = (typeof PERSON_STATES)[number];

export function personState(facts: {
	active: boolean;
	/** A password, or known to the sign-in service. */
	hasWayIn: boolean;
	isInvited: boolean;
}): PersonState {
	if (!facts.active) return 'closed';
	if (facts.hasWayIn) return 'active';
	return facts.isInvited ? 'invited' : 'none';
}
