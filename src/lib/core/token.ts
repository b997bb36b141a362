/**
 * U8: what a person's key for programs may do at the most; the person's own rights are the other bound.
 * `read` asks; `figures` also enters and imports values; `write` does all that its person may.
 */
export type TokenScope = 'read' | 'figures' | 'write';
export const TOKEN_SCOPES = ['read', 'figures', 'write'] as const satisfies TokenScope[];

/** The longest time that a key is valid, in days. */
export const TOKEN_DAYS = 365;

/** How many keys that stand a person may have. */
export const MOST_TOKENS = 20;

/** The longest name of a key, in letters. */
export const TOKEN_NAME = 80;

const REACH: Record<TokenScope, number> = { read: 0, figures: 1, write: 2 };

/** Whether a key of one scope may do what asks for another. */
export const reaches = (scope: TokenScope, asked: TokenScope): boolean =>
	REACH[scope] >= REACH[asked];

export const isTokenScope = (text: string): text is TokenScope =>
	TOKEN_SCOPES.some((one) => one === text);

/** When a key was used, as it is kept: the hour that had begun, in milliseconds since 1970. */
export const usedAt = (now: number): number => now - (now % (60 * 60 * 1000));
