import type { ActOnSection, Department, Who } from './acts.ts';
import type { Outcome, Section, Seen, World } from './model.ts';

/** Who may, in the reference: A1, A3, A4, A7, A8. */

/** The rows that are a person's own, where they may change no more. */
export const rowsOf = (world: World, who: Who, s: Section): Department[] =>
	s.rows.filter((row) => world.roles[who].some((g) => g.role === 'writer' && g.department === row));

const OWN_BOARD: Department[] = ['owning', 'shared', 'rows', 'sibling'];

/** What a person is to a section. */
function standing(world: World, who: Who, s: Section) {
	const roles = world.roles[who];
	const coordinates = roles.some(
		(g) => g.role === 'coordinator' && g.board === 'own' && g.report !== 'another'
	);
	const departments = roles.flatMap((g) => (g.role === 'writer' ? [g.department] : []));
	const inAll = (all: (Department | null)[]) => departments.some((d) => all.includes(d));
	const whole = inAll([s.owner, ...s.whole]);
	const rows = s.rows.filter((d) => !s.whole.includes(d));
	const limited = !coordinates && !whole && inAll(rows);
	const inside = inAll(OWN_BOARD);
	const rules = roles.some((g) => g.role === 'administrator');
	return {
		coordinates,
		writes: coordinates || whole,
		limited,
		/** Sees the report itself, not a section of it alone. */
		inside: coordinates || inside || rules,
		sees: coordinates || inside || rules || whole || limited,
		isWriter: departments.length > 0
	};
}

export const no = (why: string): Outcome => `forbidden:${why}`;

/** Whether a person may, before the section's state is looked at. */
export function allowed(world: World, act: ActOnSection, s: Section, seen: Seen): Outcome {
	const { by } = act;
	if (!world.open[by]) return 'notSignedIn';
	const is = standing(world, by, s);
	if (!is.sees) return 'notFound';
	const coordinators = is.coordinates ? 'ok' : no('role');
	const asWriter = is.writes ? 'ok' : is.isWriter ? no('notYourSection') : no('role');
	switch (act.do) {
		case 'write':
			if (!is.limited) return asWriter;
			return act.right && seen.rows === rowsOf(world, by, s).join() ? 'ok' : no('notYourRow');
		case 'submit':
			return is.limited ? no('notYourRow') : asWriter;
		case 'approve':
			if (!is.coordinates) return no('role');
			return world.fourEyes && s.writers.has(by) ? no('fourEyes') : 'ok';
		case 'retitle':
		case 'share':
			return is.inside ? coordinators : 'notFound';
		case 'comment':
			return act.mustMeet ? coordinators : 'ok';
		case 'resolve':
		case 'takeUp': {
			const thread = seen.threads[act.which] === undefined ? null : s.threads[act.which];
			if (!thread) return 'notFound';
			if (thread.by === by) return 'ok';
			return is.limited ? no('notYourRow') : asWriter;
		}
		case 'keepLate':
			return 'ok';
		default:
			return coordinators;
	}
}
