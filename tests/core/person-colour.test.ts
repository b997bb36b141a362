import { contrast } from '#core/contrast.ts';
import { PERSON_COLOURS, personColour } from '#core/person-colour.ts';
import { describe, expect, it } from 'vitest';

describe('the colour of a person', () => {
	it.each(PERSON_COLOURS)('[W9] %s carries a white name and is seen on dark paper', (colour) => {
		expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(4.5);
		expect(contrast(colour, '#1c2024')).toBeGreaterThanOrEqual(3);
	});

	it('[W9] is the same each time and spread over the palette', () => {
		const ids = Array.from({ length: 200 }, (_, i) => `person-${i}-${i * 7919}`);
		expect(ids.map(personColour)).toEqual(ids.map(personColour));
		expect(new Set(ids.map(personColour)).size).toBe(PERSON_COLOURS.length);
		expect(personColour('demo-skola')).not.toBe(personColour('demo-social'));
	});
});
