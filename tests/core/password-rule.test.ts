import { PASSWORD_READ, passwordProblem } from '#core/password-rule.ts';
import { expect, test } from 'vitest';

const owner = { name: 'Jonas Hedvall', email: 'jonas.hedvall@kommun.example' };
const problem = (password: string) => passwordProblem(password, owner);

test('[U1] twelve characters are enough, whatever they are', () => {
	for (const password of [
		'ett långt lösenord',
		'korrekt häst batteri',
		'829174650382',
		'#¤%&/()=?`@£$',
		'барнбокслут и я',
		'x7Kq!pL2wZ9m',
		'barnbokslut är roligt i dag',
		'  tre grodor hoppar  '
	])
		expect([password, problem(password)]).toEqual([password, null]);
});

test('[U1] length is counted in characters as people see them, and has an end', () => {
	expect(problem('elva tecken')).toBe('short');
	expect(problem('tolv tecken!')).toBeNull();
	expect(problem('')).toBe('short');
	// Twelve letters, six of them in two parts.
	expect(problem('a\u030aa\u0308o\u0308xyq a\u030aa\u0308o\u0308p')).toBe('short');
	// Six flags are twelve code points, but four signs that differ are not there.
	expect(problem('🇸🇪🇸🇪🇸🇪🇸🇪🇸🇪🇸🇪')).toBe('common');
	const long = 'sju sjösjuka sjömän sköttes av sjutton sköna sjuksköterskor. ';
	expect(problem(long.repeat(4).slice(0, 200))).toBeNull();
	expect(problem(long.repeat(4).slice(0, 201))).toBe('passwordLong');
	expect(problem('å'.repeat(1 << 20))).toBe('passwordLong');
	// One character that NFKC makes eighteen of.
	expect(problem('\ufdfa'.repeat(20) + 'abc123xyz!')).toBe('passwordLong');
	expect(problem('a'.repeat(PASSWORD_READ + 1))).toBe('passwordLong');
});

test('[U1] what is tried first is refused', () => {
	for (const password of [
		...['aaaaaaaaaaaa', '            ', 'abcabcabcabc', 'abcdeabcdeab', '121212121212'],
		...['123456789012', '987654321098', 'abcdefghijkl', 'qwertyuiopåä', 'QWERTY123456'],
		...['1qaz2wsx3edc', 'Lösenord1234', 'losenord2024', 'Password1234', 'Sommaren2024!'],
		...['hejsan hejsan', 'Välkommen2026', 'testtesttest']
	])
		expect([password, problem(password)]).toEqual([password, 'common']);
	for (const password of [
		...['jonashedvall', 'Jonas.Hedvall.2024', 'jonas.hedvall@kommun.example', 'JONAS HEDVALL'],
		...['barnbokslut2024', 'Barnbokslutet!', 'hedvall-hedvall', 'Barnbokslut1234']
	])
		expect([password, problem(password)]).toEqual([password, 'ownName']);
});

test('[U1] what no keyboard types is refused, and half a sign is no sign', () => {
	expect(problem('ett långt\0lösenord')).toBe('passwordSign');
	expect(problem('ett långt\nlösenord')).toBe('passwordSign');
	expect(problem('ett långt \ud83d lösenord')).toBe('passwordSign');
});

test('[U1] a name or address without letters hinders nobody', () => {
	expect(passwordProblem('ett långt lösenord', { name: '', email: '' })).toBeNull();
	expect(passwordProblem('ett långt lösenord', { name: '李', email: 'a@b.se' })).toBeNull();
});
