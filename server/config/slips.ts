/** Every variable that means something here; README.md has them all. */
export const VARIABLES = [
	'DATA_DIR',
	'HOST',
	'KOLADA_URL',
	'LOG_LEVEL',
	'MAIL_FROM',
	'METRICS_TOKEN',
	'NODE_ENV',
	'OIDC_CLIENT_AUTH',
	'OIDC_CLIENT_ID',
	'OIDC_CLIENT_SECRET',
	'OIDC_ISSUER',
	'OIDC_LOGOUT',
	'OIDC_NAME',
	'OIDC_ROLES_CLAIM',
	'OIDC_SCOPES',
	'OIDC_TRUST_EMAIL',
	'ORIGIN',
	'PASSWORD_SIGN_IN',
	'PORT',
	'PROXIES',
	'SMTP_URL',
	'SOCKETS_A_PERSON'
] as const;

/** The first word of our names; a name that begins so and is none of ours is a slip. */
const OURS = /^(DATA|KOLADA|LOG|METRICS?|OIDC|PASSWORD|SMTP|SOCKETS)_/;
/** Set by others for programs of theirs. */
const THEIRS = /^(LOG|PASSWORD|DATA)_(?!LEVEL|DIR|SIGN)/;

/** Names in the environment that look like slips of ours, each with a sentence; values are not told. */
export function slips(env: Record<string, string | undefined>): string[] {
	return Object.keys(env)
		.filter((name) => !(VARIABLES as readonly string[]).includes(name))
		.flatMap((name) => {
			const near = VARIABLES.find((known) => isNear(name.toUpperCase(), known));
			if (near !== undefined) return [`${name} is not known: is it ${near} that you mean?`];
			if (OURS.test(name) && !THEIRS.test(name)) return [`${name} is not known and does nothing.`];
			return [];
		})
		.sort();
}

/** One slip for short names, two for long ones; case and underlines do not count. */
function isNear(name: string, known: string): boolean {
	const [a, b] = [name.replaceAll('_', ''), known.replaceAll('_', '')];
	if (a === b) return true;
	return known.length >= 6 && distance(a, b) <= (known.length > 8 ? 2 : 1);
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1)
			next[j] = Math.min(
				(row[j] ?? 0) + 1,
				(next[j - 1] ?? 0) + 1,
				(row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
			);
		row = next;
	}
	return row[b.length] ?? 0;
}
