import { expect, test } from 'vitest';
import { PRINT_SIGNS } from '#core/print-signs-data.ts';
import { signName, unprintable } from '#core/print-signs.ts';
import { printText } from '#core/print-text.ts';
import { facesOf, rangesOf } from '../support/font-signs.ts';

const FONT = 'node_modules/@expo-google-fonts/source-sans-3';

test('[C8] the signs that can be printed are those that every face of the font has', () => {
	const faces = facesOf(FONT);
	expect(faces.length).toBeGreaterThanOrEqual(4);
	expect(PRINT_SIGNS).toBe(rangesOf(faces));
});

test('[C8] what no font of ours has is found: emoji, other scripts, private use, unknown', () => {
	expect(unprintable('Bra 😀 jobbat 😀 👍')).toEqual(['😀', '👍']);
	for (const text of [
		'مرحبا',
		'漢字',
		'שלום',
		'ไทย',
		'\ue000',
		'\uf0b7',
		'\ufffd',
		'①',
		'\u{1d400}'
	])
		expect(unprintable(text), text).not.toEqual([]);
	// A lone half of a pair is the sign for an unknown sign.
	expect(unprintable('a\ud83d')).toEqual(['\ufffd']);
	expect(signName('😀')).toBe('😀 (U+1F600)');
});

test('[C8] what people write in Swedish, and in the languages of Sweden, can be printed', () => {
	for (const text of [
		'Åäö ÅÄÖ é ü ”citat” ’ – — … % § € ° ½ ² → ≥ ≤ − • ✓',
		'Čáŋđžš ŊĐŽ (nordsamiska), Äijih Õ (finska, meänkieli), Łódź, Zażółć, İstanbul, ș ț',
		'Ж я Привет, Ελληνικά',
		'fast\u00a0mellanslag, mjukt\u00adbindestreck, noll\u200bbredd, tunt\u2009, smalt\u202f, hårt\u2011streck',
		'rad\nbrytning\toch tabb',
		''
	])
		expect(unprintable(text), text).toEqual([]);
});

test('[C8] what nobody sees is not printed, and what is seen stays', () => {
	expect(printText('a\u0000b\u0007c\u200dd\u200ee\ufefff\ufe0fg\u2060h')).toBe('abcdefgh');
	expect(printText('a\tb\r\nc\u2028d\u3000e')).toBe('a b c d e');
	expect(printText('mjukt\u00adstreck\u200b, 1\u00a0000\u202f%')).toBe(
		'mjukt\u00adstreck\u200b, 1\u00a0000\u202f%'
	);
	expect(printText('a\u030a a\u0308 o\u0308')).toBe('å ä ö');
	// The pieces of a sign that is put together are found by the pieces that are seen.
	expect(unprintable('👩\u200d👧\ufe0f')).toEqual(['👩', '👧']);
});
