import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/app.css', 'utf8');

type Tokens = Record<string, string>;

/** The colours that a block of `:root` declares. */
function tokensOf(block: string): Tokens {
	const found: Tokens = {};
	for (const [, name, colour] of block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g))
		if (name && colour) found[name] = colour;
	return found;
}

const blocks = [...css.matchAll(/:root\s*\{([^}]*)\}/g)].map((m) => m[1] ?? '');
const light = tokensOf(blocks[0] ?? '');
const dark = { ...light, ...tokensOf(blocks[1] ?? '') };

function luminance(colour: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const c = parseInt(colour.slice(at, at + 2), 16) / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's contrast of two tokens. */
function contrast(tokens: Tokens, a: string, b: string): number {
	const [high = 0, low = 0] = [a, b]
		.map((name) => luminance(tokens[name] ?? '#808080'))
		.sort((x, y) => y - x);
	return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['paper', 'surface', 'sunk', 'tint', 'wrong-tint'];
const TEXTS = ['ink', 'muted', 'accent', 'wrong'];
/** Edges of controls, icons, the focus ring, lines of charts. */
const SHAPES = [
	'line',
	'focus',
	'chart-own',
	'chart-group',
	'chart-nation',
	'chart-mean',
	'chart-other',
	'chart-axis'
];
const ON_COLOUR = [
	['accent-ink', 'accent'],
	['wrong-ink', 'wrong']
] as const;

describe.each([
	['light', light],
	['dark', dark]
])('tokens, %s', (_name, tokens) => {
	it.each(TEXTS.flatMap((t) => GROUNDS.map((g) => [t, g] as const)))(
		'[P5] %s is read on %s: at least 4.5 to 1',
		(text, ground) => {
			expect(tokens).toHaveProperty([text]);
			expect(tokens).toHaveProperty([ground]);
			expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
		}
	);

	it.each(SHAPES.flatMap((s) => GROUNDS.map((g) => [s, g] as const)))(
		'[P5] %s is seen on %s: at least 3 to 1',
		(shape, ground) => {
			expect(tokens).toHaveProperty([shape]);
			expect(contrast(tokens, shape, ground)).toBeGreaterThanOrEqual(3);
		}
	);

	it.each(ON_COLOUR)('[P5] %s is read on %s: at least 4.5 to 1', (text, ground) => {
		expect(tokens).toHaveProperty([text]);
		expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
	});
});

it('[P5] the dark theme sets every colour of its own', () => {
	expect(Object.keys(tokensOf(blocks[1] ?? '')).sort()).toEqual(Object.keys(light).sort());
});
