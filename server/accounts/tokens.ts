import type { Actor } from '#core/access.ts';
import { ok, type Result } from '#core/result.ts';
import { usedAt, type TokenScope } from '#core/token.ts';
import { findToken } from '#server/store/api-tokens.ts';
import { loadActor } from '#server/store/people.ts';
import type { Store } from '#server/store/store.ts';
import type { Writer } from '#server/writer/writer.ts';
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { hash } from './hash.ts';

/** What a key opens, and for whom. */
export type KeyHolder = { actor: Actor; scope: TokenScope };

/** U8: keys for programs. */
export interface Tokens {
	/** Makes a key, which is told here and never again. */
	make(input: {
		by: string;
		name: string;
		scope: string;
		days: number;
	}): Promise<Result<{ token: string; expiresAt: number }>>;
	/** Whose an Authorization header is; null for anything but a key that stands of an open account. */
	whoIs(authorization: string): Promise<KeyHolder | null>;
}

export type TokensOptions = { store: Store; writer: Writer; clock: () => number };

const PREFIX = 'bbs_';
/** 32 random bytes and four that follow from them, as base64url: who scans for secrets knows one by it. */
const SHAPE = /^bbs_[A-Za-z0-9_-]{48}$/;

/** The key of 32 bytes. */
export function tokenOf(bytes: Uint8Array): string {
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(bytes));
	return PREFIX + Buffer.concat([bytes, sum]).toString('base64url');
}

/** Whether a text can be a key at all; what was mistyped or made up costs no look-up. */
export function isToken(text: string): boolean {
	if (!SHAPE.test(text)) return false;
	return tokenOf(Buffer.from(text.slice(PREFIX.length), 'base64url').subarray(0, 32)) === text;
}

export function openTokens({ store, writer, clock }: TokensOptions): Tokens {
	return {
		async make(input) {
			const token = tokenOf(randomBytes(32));
			const made = await writer.run('makeToken', { ...input, tokenHash: hash(token) });
			return made.ok ? ok({ token, expiresAt: made.value.expiresAt }) : made;
		},
		async whoIs(authorization) {
			const given = /^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
			if (!isToken(given)) return null;
			const known = await store.read(async (tx) => {
				const row = await findToken(tx, hash(given));
				const actor = row && (await loadActor(tx, row.personId));
				return row && actor ? { row, actor } : null;
			});
			if (!known) return null;
			const { row, actor } = known;
			const now = clock();
			if (row.revokedAt !== null || row.expiresAt <= now) return null;
			// Once an hour; a store that takes nothing just now is no reason to turn a reader away.
			if (row.lastUsedAt !== usedAt(now)) await writer.run('useToken', { tokenId: row.id });
			return { actor, scope: row.scope };
		}
	};
}
