import { readEmail } from '#core/person-fields.ts';
import type { SaidByService } from '#server/commands/sign-in-by-service.ts';
import type { OidcSettings } from './settings.ts';

/** What the service said about somebody, in one of its two places: the ID token or the userinfo answer. */
export type Claims = Record<string, unknown>;

export type ReadClaims = Omit<SaidByService, 'issuer' | 'subject'> & {
	/** The service left the groups out because they are too many (Entra ID). */
	isOverage: boolean;
};

type Reads = Pick<OidcSettings, 'rolesClaim' | 'trustEmail'>;

/** More than any group's name, in characters, and more groups than anybody has. */
const LONGEST_VALUE = 200;
const MOST_VALUES = 1000;
/** How Entra ID writes a yes. */
const YES: readonly unknown[] = [true, 1, '1', 'true'];

/** What counts of the claims. Where both places say something, the ID token does. */
export function readClaims(idToken: Claims, userInfo: Claims | null, settings: Reads): ReadClaims {
	const places = [idToken, ...(userInfo ? [userInfo] : [])];
	const { rolesClaim } = settings;
	return {
		verifiedEmail: first(places, (claims) => verifiedEmail(claims, settings.trustEmail)),
		name: first(places, nameOf) ?? '',
		values: (rolesClaim === null ? null : first(places, (c) => valuesAt(c, rolesClaim))) ?? [],
		isOverage: rolesClaim !== null && places.some((claims) => isOverage(claims, rolesClaim))
	};
}

/** Whether the userinfo answer may say what the ID token does not. */
export function isWanting(idToken: Claims, settings: Reads): boolean {
	const { rolesClaim } = settings;
	return (
		verifiedEmail(idToken, settings.trustEmail) === null ||
		nameOf(idToken) === null ||
		(rolesClaim !== null && valuesAt(idToken, rolesClaim) === null)
	);
}

function first<T>(places: Claims[], read: (claims: Claims) => T | null): T | null {
	for (const claims of places) {
		const found = read(claims);
		if (found !== null) return found;
	}
	return null;
}

/**
 * The address that the service answers for, from one place with its word that it does; null for none.
 * English letters alone are made small: others become letters that somebody else's address is made of.
 */
function verifiedEmail(claims: Claims, trust: boolean): string | null {
	const { email, email_verified: said, xms_edov: owned } = claims;
	// Entra ID knows no `email_verified`; it may be made to say whether the directory owns the domain.
	const byOwner = owned === undefined ? undefined : YES.includes(owned);
	const verified = said === undefined ? byOwner : said;
	const isVerified = verified === true || (trust && verified === undefined);
	if (typeof email !== 'string' || !isVerified || !/^[\x21-\x7e]+$/.test(email)) return null;
	return readEmail(email);
}

function nameOf({ name, given_name: given, family_name: family }: Claims): string | null {
	if (typeof name === 'string' && name.trim() !== '') return name;
	const both = [given, family].filter((part) => typeof part === 'string').join(' ');
	return both.trim() === '' ? null : both;
}

/** The claim's values: a list, or one; null where there is no such claim. */
function valuesAt(claims: Claims, path: string): string[] | null {
	const found = at(claims, path);
	if (typeof found === 'string') return usable([found]);
	return Array.isArray(found) ? usable(found) : null;
}

const usable = (values: unknown[]): string[] =>
	values
		.filter((one) => typeof one === 'string')
		.filter((one) => one !== '' && one.length <= LONGEST_VALUE)
		.slice(0, MOST_VALUES);

/** A claim by its whole name, as `https://example.se/roles`, else step by step, as `realm_access.roles`. */
function at(claims: Claims, path: string): unknown {
	if (Object.hasOwn(claims, path)) return claims[path];
	return path
		.split('.')
		.reduce<unknown>(
			(from, step) =>
				typeof from === 'object' && from !== null && Object.hasOwn(from, step)
					? (from as Claims)[step]
					: undefined,
			claims
		);
}

function isOverage(claims: Claims, path: string): boolean {
	const elsewhere = claims['_claim_names'];
	const names = typeof elsewhere === 'object' && elsewhere !== null ? elsewhere : {};
	return Object.hasOwn(names, path) || Object.hasOwn(names, path.split('.')[0] ?? '');
}
