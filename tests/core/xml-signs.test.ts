import { NOT_XML } from '#core/xml-signs.ts';
import { expect, test } from 'vitest';

test('[P4] exactly what XML 1.0 forbids of single signs is found', () => {
	const forbidden = (code: number) =>
		(code < 0x20 && ![0x9, 0xa, 0xd].includes(code)) || code === 0xfffe || code === 0xffff;
	for (let code = 0; code <= 0xffff; code += 1) {
		// Halves of a pair are no text: they are made whole before.
		if (code >= 0xd800 && code <= 0xdfff) continue;
		const sign = String.fromCharCode(code);
		expect(sign.replace(NOT_XML, '') === '', code.toString(16)).toBe(forbidden(code));
	}
	expect('a\u0000b\u0001c'.replace(NOT_XML, '')).toBe('abc');
});
