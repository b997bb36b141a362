import { usedAt } from '#core/token.ts';
import { ok, refuse } from '#core/result.ts';
import { getToken, setTokenRevoked, setTokenUsed } from '#server/store/api-tokens.ts';
import { actorOf, audit, type Command } from './context.ts';

/**
 * U8: takes a key back at once. Whoever has a key may, whatever became of their roles; another's key does
 * not exist for them (A8). To take back what is taken back is done already.
 */
export const revokeToken: Command<{ by: string; tokenId: string }, null> = async (
	tx,
	{ by, tokenId },
	context
) => {
	const found = await actorOf(tx, by);
	if (!found.ok) return found;
	const token = await getToken(tx, tokenId);
	if (token?.personId !== found.value.personId) return refuse({ code: 'notFound' });
	if (token.revokedAt !== null) return ok(null);
	await setTokenRevoked(tx, tokenId, context.now);
	await audit(tx, found.value, context, { act: 'token.revoke', reason: token.name });
	return ok(null);
};

/** A use of a key, to the hour; no act of a person, so that it leaves no line. */
export const useToken: Command<{ tokenId: string }, null> = async (tx, { tokenId }, context) => {
	await setTokenUsed(tx, tokenId, usedAt(context.now));
	return ok(null);
};
