import { isTokenScope, MOST_TOKENS, TOKEN_DAYS, TOKEN_NAME } from '#core/token.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { insertToken, listOpenTokens } from '#server/store/api-tokens.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

const DAY = 24 * 60 * 60 * 1000;

export type MakeToken = {
	by: string;
	/** What the person calls it. */
	name: string;
	/** A scope, as it was sent. */
	scope: string;
	days: number;
	/** SHA-256 of the key, in hex; the key itself is never stored. */
	tokenHash: string;
};

/** U8: a key for programs, of the person who asks and of nobody else. */
export const makeToken: Command<MakeToken, { tokenId: string; expiresAt: number }> = async (
	tx,
	{ by, name, scope, days, tokenHash },
	context
) => {
	const found = await actorOf(tx, by);
	if (!found.ok) return found;
	const actor = found.value;
	const { municipalityId, personId } = actor;
	const allowed = permit(actor, 'token.make', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const problems: FieldProblem[] = [];
	const called = name.trim();
	if (called === '') problems.push({ field: 'name', problem: 'missing' });
	else if (called.length > TOKEN_NAME) problems.push({ field: 'name', problem: 'tokenName' });
	if (!Number.isInteger(days) || days < 1 || days > TOKEN_DAYS)
		problems.push({ field: 'days', problem: 'days' });
	const known = await listOpenTokens(tx, personId, context.now);
	if (known.length >= MOST_TOKENS) problems.push({ field: 'name', problem: 'tooManyTokens' });
	if (!isTokenScope(scope))
		return refuse({
			code: 'invalid',
			problems: [...problems, { field: 'scope', problem: 'unknown' }]
		});
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	const tokenId = context.newId();
	const expiresAt = context.now + days * DAY;
	await insertToken(tx, {
		id: tokenId,
		municipalityId,
		personId,
		name: called,
		tokenHash,
		scope,
		createdAt: context.now,
		expiresAt
	});
	await audit(tx, actor, context, { act: 'token.make', reason: called });
	return ok({ tokenId, expiresAt });
};
