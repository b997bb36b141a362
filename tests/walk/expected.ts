import { may, type Actor, type Thing } from '#core/access.ts';
import { lockOn } from '#core/lock.ts';
import { REFUSAL_STATUS } from '#core/result.ts';
import { transition, type SectionState } from '#core/section.ts';
import { kindOf } from './kit.ts';
import type { Line } from './line.ts';
import type { Place } from './world.ts';

/** A door that answers JSON says 401 to who is not signed in; a page leads to the sign-in page. */
const SAYS_401 = /^(?:GET|POST|PUT) \/api\/|\/threads$|\/now$|^POST \/reports\/\[id\]\/images$/;

/**
 * What the table in `core/access.ts` says that a line answers, as an HTTP status; then the section's state.
 * @param things the things of the line's rights
 */
export function expected(
	line: Line,
	actor: Actor | null,
	things: Partial<Record<Place, Thing>>,
	state: SectionState
): number {
	const { door, asks } = line;
	const said = typeof line.done === 'object' ? line.done[state] : line.done;
	const done = said ?? (kindOf(door) === 'action' ? 303 : 200);
	if (asks === 'anyone' || asks === 'reader') return done;
	if (asks === 'operator') return 404;
	if (actor === null) return line.anonymous ?? (SAYS_401.test(door) ? 401 : 303);
	for (const [act, on] of asks === 'signedIn' ? [] : asks) {
		const thing = things[on];
		if (!thing) throw new Error(`${door} has no ${on}`);
		const verdict = may(actor, act, thing);
		if (verdict.may) continue;
		return REFUSAL_STATUS[verdict.hidden ? 'notFound' : 'forbidden'];
	}
	return line.beside?.(actor) ?? hindered(line, state) ?? done;
}

function hindered({ state: needs }: Line, state: SectionState): number | null {
	if (needs === undefined) return null;
	const at = { state, stateBy: null, stateAt: 0 };
	if (needs === 'open') return lockOn(at) ? REFUSAL_STATUS.locked : null;
	const next = transition({ transition: needs, state, reason: 'x', lastBy: null, lastAt: null });
	return next.ok ? null : REFUSAL_STATUS[next.refusal.code];
}
