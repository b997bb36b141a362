import type { Actor, Thing } from '#core/access.ts';
import type { SectionState } from '#core/section.ts';
import { WHO, type Who } from './actors.ts';
import { expected } from './expected.ts';
import type { Ask } from './ask.ts';
import { knock, type Answer } from './kit.ts';
import type { Line } from './line.ts';
import { hiddenFrom } from './secrets.ts';
import type { Facts, Ids, Place, World } from './world.ts';

/** What was met that should not be, as lines for a person; empty when all is well. */
export type Walked = { cases: number; faults: string[] };

export const nameOf = (line: Line): string =>
	line.case === undefined ? line.door : `${line.door} (${line.case})`;

/** Everybody at every door, in the state that the world is in; nothing stays of it. */
export async function walk(world: World, lines: Line[]): Promise<Walked> {
	const faults: string[] = [];
	const facts = await world.facts();
	const people: { who: Who; actor: Actor | null; hidden: string[] }[] = [];
	for (const who of WHO)
		people.push({ who, actor: await actorAt(world, who), hidden: await hiddenFrom(world, who) });
	let cases = 0;
	for (const line of lines) {
		let dear = 0;
		let read: string | null = null;
		for (const { who, actor, hidden } of people) {
			const things = await thingsOf(world, line, actor);
			const should = expected(line, actor, things, world.state());
			if (line.isDear && should < 400 && (dear += 1) > 1) continue;
			const ask = {
				...line.ask?.(world.ids, facts, cases),
				cookie: world.cookies[who],
				address: addressOf(cases)
			};
			const before = world.rows();
			const { answer, after } = await world.tried(async () => ({
				answer: await knock(world.app, line.door, ask),
				after: world.rows()
			}));
			cases += 1;
			const at = `${nameOf(line)}, ${who}, ${world.state()}`;
			if (statusOf(answer) !== should)
				faults.push(
					`${at}: ${statusOf(answer)} instead of ${should} ${answer.bug ?? said(answer)}`
				);
			if (answer.status >= 400 && after !== before)
				faults.push(`${at} was refused and stored something`);
			const untold = hidden.filter((word) => !line.tells?.includes(word));
			for (const word of told(answer, ask, untold)) faults.push(`${at} was told “${word}”`);
			if (line.asks !== 'reader') continue;
			if (read !== null && answer.body !== read) faults.push(`${at} reads another text`);
			read = answer.body;
		}
	}
	return { cases, faults };
}

/** Everybody at a place of their own: limits by address are not what is walked. */
export const addressOf = (nth: number): string =>
	`10.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth & 255}`;

/** The person as a request by their session is: nobody, where it has ended. */
export const actorAt = async (world: World, who: Who): Promise<Actor | null> =>
	who === 'expired' || who === 'closed' ? null : world.actor(who);

/** The things of a line's rights, as they are for who asks. */
export async function thingsOf(
	world: World,
	{ asks }: Line,
	actor: Actor | null
): Promise<Partial<Record<Place, Thing>>> {
	const things: Partial<Record<Place, Thing>> = {};
	if (typeof asks !== 'string')
		for (const [, place] of asks) things[place] ??= await world.thing(place, actor);
	return things;
}

/** A way to the sign-in page is told from that to another one by where it leads. */
export const statusOf = ({ status, location }: Answer): number =>
	status === 303 && location?.startsWith('/login') === true ? 303 : status;

/** What there is to say of an answer. */
export const said = ({ body, location }: Answer): string => location ?? body.slice(0, 200);

/** Words that must not be told; an id that was sent may come back. */
export function told({ body }: Answer, ask: Ask, hidden: string[]): string[] {
	const sent = JSON.stringify([ask.params, ask.form, ask.json, ask.query]);
	return hidden.filter((word) => body.includes(word) && !sent.includes(word));
}

export const STATES: SectionState[] = ['draft', 'submitted', 'approved'];

/** The kinds of ids that a line takes. */
export function usedBy(world: World, line: Line, facts: Facts): (keyof Ids)[] {
	const keys = new Set<keyof Ids>();
	const watched = new Proxy(world.ids, {
		get: (ids, key: keyof Ids) => {
			keys.add(key);
			return ids[key];
		}
	});
	line.ask?.(watched, facts, 0);
	return [...keys];
}

const OF_THE_REPORT: (keyof Ids)[] = ['report', 'section', 'late', 'thread', 'preview', 'image'];

/** Whether the state of a section may matter to what a line answers. */
export const isOfReport = (world: World, line: Line, facts: Facts): boolean =>
	usedBy(world, line, facts).some((key) => OF_THE_REPORT.includes(key));
