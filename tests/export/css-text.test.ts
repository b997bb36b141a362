import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cssText } from '#core/css-text.ts';

test('[P5] the foot of a printed page is a CSS string that nothing in it can end', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
			const css = cssText(text);
			expect(css).toMatch(/^"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*"$/);
			const read = css
				.slice(1, -1)
				.replace(/\\([0-9a-f]{1,6}) /g, (_, hex: string) =>
					String.fromCodePoint(parseInt(hex, 16))
				);
			expect(read).toBe(text.toWellFormed());
		})
	);
	expect(cssText('§ 87"</style>')).toBe('"\\a7  87\\22 \\3c \\2f style\\3e "');
});
