import { reaches, type TokenScope } from '#core/token.ts';
import { hash } from '#server/accounts/hash.ts';
import { tokenOf } from '#server/accounts/tokens.ts';
import { municipality } from '#server/demo/people.ts';
import { insertToken } from '#server/store/api-tokens.ts';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personId, STRANGE, type Who } from './actors.ts';
import { lines } from './doors/index.ts';
import { expected } from './expected.ts';
import { methodOf } from './ask.ts';
import { knock } from './kit.ts';
import type { Line } from './line.ts';
import { hiddenFrom } from './secrets.ts';
import { actorAt, addressOf, nameOf, said, statusOf, thingsOf, told } from './walk.ts';
import { startWorld, type World } from './world.ts';

/** Keys for programs at every door: what the scope and the person's rights both allow, in the API alone. */

type Key = {
	of: Who;
	scope: TokenScope;
	/** Why it opens nothing. */
	is?: 'revoked' | 'expired' | 'unknown';
	/** Whose cookie comes with it. */
	beside?: Who;
};

const KEYS: Key[] = [
	{ of: 'coordinator', scope: 'read' },
	{ of: 'coordinator', scope: 'figures' },
	{ of: 'coordinator', scope: 'write' },
	{ of: 'coordinatorElsewhere', scope: 'write' },
	{ of: 'administrator', scope: 'figures' },
	{ of: 'writer', scope: 'read' },
	{ of: 'writer', scope: 'write' },
	{ of: 'councilMember', scope: 'write' },
	{ of: 'stranger', scope: 'write' },
	{ of: 'none', scope: 'write' },
	{ of: 'writerOther', scope: 'figures', beside: 'coordinator' },
	{ of: 'coordinator', scope: 'read', beside: 'administrator' },
	{ of: 'coordinator', scope: 'write', beside: 'stranger' },
	{ of: 'coordinator', scope: 'write', is: 'revoked' },
	{ of: 'coordinator', scope: 'write', is: 'revoked', beside: 'coordinator' },
	{ of: 'coordinator', scope: 'write', is: 'expired' },
	{ of: 'coordinator', scope: 'write', is: 'expired', beside: 'coordinator' },
	{ of: 'coordinator', scope: 'write', is: 'unknown', beside: 'coordinator' },
	{ of: 'closed', scope: 'write' },
	{ of: 'closed', scope: 'write', beside: 'coordinator' }
];

/** Values, and the groups that they are of; whatever else changes something asks for a key that writes. */
const FIGURES = [
	'PUT /api/v1/indicators/[id]/values',
	'POST /api/v1/values/preview',
	'POST /api/v1/values/import',
	'POST /api/v1/groups',
	'PUT /api/v1/groups/[id]'
];

function scopeAskedBy(door: string): TokenScope {
	if (methodOf(door) === 'GET') return 'read';
	return FIGURES.includes(door) ? 'figures' : 'write';
}

const isOfApi = ({ door }: Line) => / \/api\/v1/.test(door);
/** An address that does not exist, or not by that method, says so to anyone. */
const isOperation = ({ door }: Line) => !door.startsWith('fallback ');

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

/** The key as a program shows it. */
async function headerOf({ of, scope, is }: Key): Promise<string> {
	const token = tokenOf(randomBytes(32));
	const now = world.app.clock();
	if (is !== 'unknown')
		await world.app.read((tx) =>
			insertToken(tx, {
				id: token.slice(-16),
				municipalityId: of === 'stranger' ? STRANGE.id : municipality.id,
				personId: personId(of),
				name: 'Nyckel',
				tokenHash: hash(token),
				scope,
				createdAt: now - 2,
				expiresAt: is === 'expired' ? now - 1 : now + 3_600_000,
				revokedAt: is === 'revoked' ? now - 1 : null
			})
		);
	return `Bearer ${token}`;
}

/** What a key is answered at an operation: whether it stands, then its scope, then its person's rights. */
async function expectedOf(key: Key, line: Line): Promise<number> {
	if (!isOperation(line)) return expected(line, null, {}, world.state());
	const opens = key.is === undefined && key.of !== 'closed';
	if (!opens) return 401;
	if (!reaches(key.scope, scopeAskedBy(line.door))) return 403;
	const actor = await actorAt(world, key.of);
	return expected(line, actor, await thingsOf(world, line, actor), world.state());
}

let nth = 0;
/** One door, asked with a key: what is not as it should be. */
async function faultsAt(
	line: Line,
	key: Key,
	authorization: string,
	should: number,
	hidden: string[]
): Promise<string[]> {
	const facts = await world.facts();
	nth += 1;
	const sent = line.ask?.(world.ids, facts, nth) ?? {};
	const ask = {
		...sent,
		headers: { ...sent.headers, authorization },
		cookie: key.beside === undefined ? null : world.cookies[key.beside],
		address: addressOf(nth)
	};
	const before = world.rows();
	const { answer, after } = await world.tried(async () => ({
		answer: await knock(world.app, line.door, ask),
		after: world.rows()
	}));
	const at = `${nameOf(line)}, ${JSON.stringify(key)}`;
	const faults: string[] = [];
	if (statusOf(answer) !== should)
		faults.push(`${at}: ${statusOf(answer)} instead of ${should} ${answer.bug ?? said(answer)}`);
	if (answer.status >= 400 && after !== before)
		faults.push(`${at} was refused and stored something`);
	const untold = hidden.filter((word) => !line.tells?.includes(word));
	for (const word of told(answer, ask, untold)) faults.push(`${at} was told “${word}”`);
	return faults;
}

test('[U8] [A2] [A8] a key does in the API what its scope and its person may, whatever cookie is beside', async () => {
	const faults: string[] = [];
	const statuses = new Set<number>();
	for (const key of KEYS) {
		const authorization = await headerOf(key);
		const stands = key.is === undefined && key.of !== 'closed';
		const hidden = await hiddenFrom(world, stands ? key.of : 'anonymous');
		for (const line of lines.filter(isOfApi)) {
			const should = await expectedOf(key, line);
			statuses.add(should);
			faults.push(...(await faultsAt(line, key, authorization, should, hidden)));
		}
	}
	expect(faults).toEqual([]);
	expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 401, 403, 404, 405]));
}, 120_000);

test('[U8] a key is nobody at every page and form, and beside a cookie it adds nothing to that', async () => {
	const faults: string[] = [];
	for (const key of [
		{ of: 'coordinator', scope: 'write' },
		{ of: 'coordinator', scope: 'write', beside: 'none' }
	] satisfies Key[]) {
		const authorization = await headerOf(key);
		const who = key.beside ?? 'anonymous';
		const actor = await actorAt(world, who);
		const hidden = await hiddenFrom(world, who);
		for (const line of lines.filter((line) => !isOfApi(line))) {
			const should = expected(line, actor, await thingsOf(world, line, actor), world.state());
			faults.push(...(await faultsAt(line, key, authorization, should, hidden)));
		}
	}
	expect(faults).toEqual([]);
}, 120_000);
