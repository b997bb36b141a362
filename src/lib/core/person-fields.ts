/** What a name and an address of a person may be, for forms, imports and whoever signs in. */

export const PERSON_LIMITS = { name: 200, email: 254, local: 64 };

/**
 * Signs that are not seen and change what is: control characters, line ends, marks that turn the
 * direction of what comes after them. Letters of every script, and what joins them, are none.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** A name as it is kept: composed letters, one space between words. */
export const tidyName = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/[ \u00a0]+/g, ' ')
		.trim();

/** What is wrong with a name; null for nothing. Names of people, authorities and departments alike. */
export function nameProblem(text: string): 'missing' | 'nameLength' | 'unseen' | null {
	const name = tidyName(text);
	if (name === '') return 'missing';
	if (name.length > PERSON_LIMITS.name) return 'nameLength';
	return UNSEEN.test(name) ? 'unseen' : null;
}

const LOCAL =
	/^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
const ASCII_DOMAIN =
	/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** A domain as the network writes it, `xn--…` for letters that are not English; null for none. */
function asciiDomain(domain: string): string | null {
	const url = URL.parse(`http://${domain}`);
	return url !== null && ASCII_DOMAIN.test(url.hostname) ? url.hostname : null;
}

/**
 * An address in the one form in which it is kept and compared: small letters, the domain as the network
 * writes it. Null for what is no address.
 */
export function readEmail(text: string): string | null {
	const email = text.normalize('NFC').trim().toLowerCase();
	const at = email.lastIndexOf('@');
	const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
	if (at < 1 || local.length > PERSON_LIMITS.local || !LOCAL.test(local) || !DOMAIN.test(domain))
		return null;
	const ascii = asciiDomain(domain);
	if (ascii === null || local.length + 1 + ascii.length > PERSON_LIMITS.email) return null;
	return `${local}@${ascii}`;
}
