import { PERSON_COLOURS, personColour } from '#core/person-colour.ts';
import { describe, expect, it } from 'vitest';

function luminance(colour: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const c = parseInt(colour.slice(at, at + 2), 16) / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('the colour of a person', () => {
	it.each(PERSON_COLOURS)('[W9] %s carries a white name and is seen on dark paper', (colour) => {
		expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
		expect((luminance(colour) + 0.05) / (luminance('#1c2024') + 0.05)).toBeGreaterThanOrEqual(3);
	});

	it('[W9] is the same each time and spread over the palette', () => {
		const ids = Array.from({ length: 200 }, (_, i) => `person-${i}-${i * 7919}`);
		expect(ids.map(personColour)).toEqual(ids.map(personColour));
		expect(new Set(ids.map(personColour)).size).toBe(PERSON_COLOURS.length);
		expect(personColour('demo-skola')).not.toBe(personColour('demo-social'));
	});
});
