/**
 * U1: what may be a password. Length is what counts; there are no rules of composition. Refused is what is
 * tried first: one's own name, ours, what a row of keys gives, and the words that are commonest.
 */

/** In characters as people count them, after NFKC. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** What is longer is not looked at: NFKC may make eighteen signs of one. In UTF-16 units. */
export const PASSWORD_READ = 4 * PASSWORD_LENGTH.most;

/** Whose password it is to be. */
export type PasswordOwner = { name: string; email: string };

/** Why it is refused; codes of `#messages/problems.*.ts`. */
export type PasswordProblem = 'short' | 'passwordLong' | 'passwordSign' | 'ownName' | 'common';

const PRODUCT = ['barnbokslut', 'barnbokslutet'];

/** What people choose where twelve characters are asked for, mostly with numbers behind it. */
const COMMON = [
	...['losenord', 'hemligt', 'hemlighet', 'valkommen', 'sverige', 'kommun', 'administrator'],
	...['sommar', 'vinter', 'hosten', 'varen', 'januari', 'februari', 'augusti', 'september'],
	...['oktober', 'november', 'december', 'fotboll', 'alskling', 'hejsan', 'hejhej', 'abcabc'],
	...['password', 'passw0rd', 'p@ssw0rd', 'welcome', 'iloveyou', 'letmein', 'changeme', 'football'],
	...['baseball', 'princess', 'sunshine', 'superman', 'dragon', 'monkey', 'master', 'admin', 'test']
];

/** Keys and letters that lie in a row, as `folded` leaves them. */
const ROWS = [
	'abcdefghijklmnopqrstuvwxyz',
	'01234567890',
	'qwertyuiop',
	'asdfghjkl',
	'zxcvbnm',
	'1qaz2wsx3edc4rfv5tgb6yhn7ujm'
].flatMap((row) => [row, Array.from(row).reverse().join('')]);
/** So many signs of a row are one. */
const RUN = 3;

/** Without case and marks: `Lösenord` and `losenord` are one. */
const folded = (text: string): string =>
	text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What is wrong with a password that somebody wants to have; null for nothing. */
export function passwordProblem(password: string, owner: PasswordOwner): PasswordProblem | null {
	if (password.length > PASSWORD_READ) return 'passwordLong';
	// No keyboard types them, and what a form makes of half a sign is another password.
	if (!password.isWellFormed() || /\p{Cc}/u.test(password)) return 'passwordSign';
	const signs = Array.from(password.normalize('NFKC'));
	if (signs.length < PASSWORD_LENGTH.least) return 'short';
	if (signs.length > PASSWORD_LENGTH.most) return 'passwordLong';
	const text = folded(password);
	if (repeats(text)) return 'common';
	const own = ownWords(owner);
	if (isLittle(withoutKnown(text, own)))
		return own.some((w) => text.includes(w)) ? 'ownName' : 'common';
	return null;
}

/** A few signs again and again: `aaaaaaaaaaaa`, `abcabcabcabc`. */
function repeats(text: string): boolean {
	const signs = Array.from(text);
	if (new Set(signs).size < 5) return true;
	return [5, 6].some((unit) => signs.every((sign, i) => sign === signs[i % unit]));
}

/** The words of a person's name and address, and of the product, the longest first. */
function ownWords({ name, email }: PasswordOwner): string[] {
	const parts = folded(`${name} ${email}`).split(/[^\p{L}\p{N}]+/u);
	const whole = [folded(email), folded(email).split('@')[0] ?? '', folded(name)];
	const words = [...whole, ...whole.map((w) => w.replace(/[^\p{L}\p{N}]+/gu, '')), ...parts];
	return [...new Set([...words, ...PRODUCT])]
		.filter((word) => word.length >= RUN)
		.sort((a, b) => b.length - a.length);
}

/** What is left of a text without words that are known, rows of keys and years. */
function withoutKnown(text: string, own: readonly string[]): string {
	let left = text;
	for (const word of [...own, ...COMMON]) left = left.replaceAll(word, ' ');
	return withoutRuns(left)
		.replace(/(?:19|20)\d\d/g, ' ')
		.replace(/[\s._-]+/g, '')
		.replace(/\d{1,4}$/, '');
}

function withoutRuns(text: string): string {
	let left = '';
	for (let at = 0; at < text.length;) {
		const longest = Math.max(...ROWS.map((row) => runIn(row, text, at)));
		if (longest < RUN) left += text.charAt(at);
		at += longest < RUN ? 1 : longest;
	}
	return left;
}

/** How many signs from `at` on stand in the row one after the other. */
function runIn(row: string, text: string, at: number): number {
	const from = row.indexOf(text[at] ?? ' ');
	if (from === -1) return 0;
	let length = 1;
	while (from + length < row.length && text[at + length] === row[from + length]) length += 1;
	return length;
}

/** So little that a program has tried it soon: fewer than four different signs. */
const isLittle = (left: string): boolean => new Set(left).size < 4;
