import { methodOf, pathOf } from '../walk/ask.ts';
import type { Who } from '../walk/actors.ts';
import { lines } from '../walk/doors/index.ts';
import type { Line } from '../walk/line.ts';
import type { Facts, Ids } from '../walk/world.ts';
import {
	asForm,
	asJson,
	garbage,
	mutated,
	mutatedFields,
	plain,
	type Random,
	type Sent
} from './bodies.ts';

/** One request at a door, of which most is as it should be. */
export type Asked = Sent & {
	door: string;
	who: Who;
	method: string;
	path: string;
	/** A page whose script sent the form wants JSON, and no page. */
	accept: string;
};

/**
 * Doors that would end what is tried: signing out, closing accounts, and opening what is locked; and those
 * whose success makes a file of an edition, which is tried elsewhere.
 */
const ENDS =
	/\/logout|endOthers|\/people|publish\?|\/forgot|\/login|\/erase|\/organisation|\/invitation|\/reset/;
const OPENS = ['return', 'reopen'];

export const takers: Line[] = lines.filter(
	({ door, state }) =>
		/^(?:act|POST|PUT) /.test(door) && !ENDS.test(door) && !OPENS.includes(state ?? '')
);
const asking: Line[] = lines.filter(
	({ door }) => door.startsWith('load ') || door.startsWith('GET ')
);

const ROLES: Who[] = [
	'coordinator',
	'coordinatorOfThis',
	'writer',
	'writerRows',
	'administrator',
	'councilMember',
	'coordinatorElsewhere',
	'stranger',
	'anonymous'
];

const one = <T>(from: readonly T[], random: Random): T => {
	const found = from[Math.floor(random() * from.length)];
	if (found === undefined) throw new Error('there is nothing to choose from');
	return found;
};

/** The next request of a seed. One in twenty asks for a page by an address that is odd. */
export async function nextAsk(ids: Ids, facts: Facts, random: Random, nth: number): Promise<Asked> {
	const who = random() < 0.4 ? 'coordinator' : one(ROLES, random);
	if (random() < 0.05) return oddAddress(ids, facts, random, who);
	const line = one(takers, random);
	const accept = random() < 0.8 ? 'application/json' : 'text/html';
	const ask = line.ask?.(ids, facts, nth) ?? {};
	const said = {
		door: line.door,
		who,
		method: methodOf(line.door),
		path: pathOf(line.door, ask),
		accept
	};
	if (random() < 0.03) return { ...said, body: garbage(random), type: 'application/json' };
	if (ask.json !== undefined) return { ...said, ...asJson(mutated(ask.json, random), random) };
	return { ...said, ...(await asForm(mutatedFields(ask.form ?? {}, random), random)) };
}

function oddAddress(ids: Ids, facts: Facts, random: Random, who: Who): Asked {
	const line = one(asking, random);
	const ask = line.ask?.(ids, facts, 0) ?? {};
	const query = Object.fromEntries(
		['page', 'q', 'from', 'to', 'state', 'limit', 'after', 'person', 'series', 'year'].map(
			(name) => [name, plain(mutated('1', random)).slice(0, 2000)]
		)
	);
	const path = pathOf(line.door, { ...ask, query: { ...ask.query, ...query } });
	const said = { door: line.door, who, method: 'GET', path, accept: 'text/html' };
	return { ...said, body: new Uint8Array(), type: '' };
}
