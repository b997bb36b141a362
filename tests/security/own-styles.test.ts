import { cssText } from '#core/css-text.ts';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { allowing, ownStyles } from '../../src/own-styles.ts';

/** Which styles of a page's head are let in beside those of the build. */

const page = (style: string) => `<html><head><style>${style}</style></head><body></body></html>`;
const hashOf = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

test('[O9] what stands in the margins of a printed page is let in by its hash', () => {
	const foot = `--running-foot:${cssText('Bokslut 2023, </style><script>alert(1)</script>\n§ 87 "x"')}`;
	const head = `--running-head:${cssText('Utkast')}`;
	const accent = '@media print,(prefers-color-scheme:light){:root{--sender:#00497A}}';
	for (const style of [`:root{${foot}}`, `:root{${head};${foot}}`, `:root{${foot}}${accent}`])
		expect(ownStyles(page(style))).toEqual([hashOf(style)]);
});

test('[O9] no other style is let in, however like it is', () => {
	for (const style of [
		':root{--running-foot:"x";color:red}',
		':root{--running-foot:url(https://evil.example)}',
		':root{--running-foot:"x"}body{display:none}',
		':root{--running-foot:"x"}@media print,(prefers-color-scheme:light){:root{--sender:red}}',
		':root{--running-foot:"a"b"}',
		':root{--running-foot:"ä"}',
		'@import "https://evil.example"',
		''
	])
		expect(ownStyles(page(style)), style).toEqual([]);
	const inBody = `<html><head></head><body><style>:root{--running-foot:"x"}</style></body></html>`;
	expect(ownStyles(inBody)).toEqual([]);
});

test('[O9] a policy is widened in its styles alone', () => {
	expect(allowing("default-src 'self'; style-src 'self'; base-uri 'none'", ["'sha256-a'"])).toBe(
		"default-src 'self'; style-src 'self' 'sha256-a'; base-uri 'none'"
	);
	expect(allowing("default-src 'none'", ["'sha256-a'"])).toBe("default-src 'none'");
	expect(allowing("style-src 'self'", [])).toBe("style-src 'self'");
});
