import type { Actor } from '#core/access.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import type { TokenScope } from '#core/token.ts';
import { listOpenTokens } from '#server/store/api-tokens.ts';
import type { View } from './index.ts';

/** A key as its person sees it: never the key itself, nor its hash. */
export type TokenInList = {
	id: string;
	name: string;
	scope: TokenScope;
	createdAt: number;
	expiresAt: number;
	/** The hour; null for one that was never used. */
	lastUsedAt: number | null;
};

/** U8: one's own keys that stand at `now`, and whether one may make more. */
export const apiTokens: View<{ now: number }, { tokens: TokenInList[]; mayMake: boolean }> = async (
	tx,
	actor: Actor | null,
	{ now }
) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId, personId } = actor;
	const thing = { kind: 'municipality', municipalityId } as const;
	const own = permit(actor, 'account.own', thing);
	if (!own.ok) return own;
	const rows = await listOpenTokens(tx, personId, now);
	const tokens = rows.map(({ id, name, scope, createdAt, expiresAt, lastUsedAt }) => ({
		id,
		name,
		scope,
		createdAt,
		expiresAt,
		lastUsedAt
	}));
	return ok({ tokens, mayMake: permit(actor, 'token.make', thing).ok });
};
