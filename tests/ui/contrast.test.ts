import { contrast, SHAPE_CONTRAST, TEXT_CONTRAST } from '#core/contrast.ts';
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

/** The contrast of two tokens. */
const contrastOf = (tokens: Tokens, a: string, b: string): number =>
	contrast(tokens[a] ?? '#808080', tokens[b] ?? '#808080');

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
			expect(contrastOf(tokens, text, ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
		}
	);

	it.each(SHAPES.flatMap((s) => GROUNDS.map((g) => [s, g] as const)))(
		'[P5] %s is seen on %s: at least 3 to 1',
		(shape, ground) => {
			expect(tokens).toHaveProperty([shape]);
			expect(contrastOf(tokens, shape, ground)).toBeGreaterThanOrEqual(SHAPE_CONTRAST);
		}
	);

	it.each(ON_COLOUR)('[P5] %s is read on %s: at least 4.5 to 1', (text, ground) => {
		expect(tokens).toHaveProperty([text]);
		expect(contrastOf(tokens, text, ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
	});
});

it('[P5] the dark theme sets every colour of its own', () => {
	expect(Object.keys(tokensOf(blocks[1] ?? '')).sort()).toEqual(Object.keys(light).sort());
});

/** A sender's colour is saved only at 4.5 to 1 on white, so white is what it may stand on. */
it('[P5] a sender’s colour stands on white paper, in the light theme and in print alone', () => {
	expect(light['paper']).toBe('#ffffff');
	const head = readFileSync('src/routes/(read)/r/EditionHead.svelte', 'utf8');
	expect(head).toContain('@media print,(prefers-color-scheme:light){:root{--sender:');
	const reader = readFileSync('src/routes/(read)/read.css', 'utf8');
	const places = [...reader.matchAll(/([^{}]+)\{[^{}]*var\(--sender\b[^{}]*\}/g)].map(
		([, selector]) =>
			selector
				?.replace(/\/\*[^]*?\*\//g, '')
				.replace(/\s+/g, ' ')
				.trim()
	);
	// None of them has a ground of its own.
	expect(places).toEqual(['.edition .title::before', '.edition .sender, .edition-gone .sender']);
});
