// @vitest-environment jsdom
import { cleanPastedHtml } from '#editor/paste.ts';
import { isValidDoc } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import type { DocNode } from '#core/publication.ts';
import { DOMParser as ModelParser } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';

/** What lands in the document: the cleaned HTML as the schema reads it. */
function pasted(html: string): DocNode {
	const holder = document.createElement('div');
	holder.innerHTML = cleanPastedHtml(html);
	return ModelParser.fromSchema(schema).parse(holder).toJSON() as DocNode;
}

/** A document in short: `h2(Rubrik) p(text **fet**) ul(li(p(a)))`. */
function short(node: DocNode): string {
	if (node.text !== undefined) {
		const marks = (node.marks ?? []).map((m) => m.type).sort();
		const link = node.marks?.find((m) => m.type === 'link')?.attrs?.['href'];
		const text = typeof link === 'string' ? `${node.text}->${link}` : node.text;
		return marks.reduce(
			(t, m) => (m === 'bold' ? `**${t}**` : m === 'italic' ? `_${t}_` : `[${t}]`),
			text
		);
	}
	const inner = (node.content ?? []).map(short).join(node.type === 'paragraph' ? '' : ' ');
	const names: Record<string, string> = {
		paragraph: 'p',
		heading: `h${String(node.attrs?.['level'])}`,
		bulletList: 'ul',
		orderedList: 'ol',
		listItem: 'li',
		tableRow: 'tr',
		tableHeader: 'th',
		tableCell: 'td',
		hardBreak: 'br'
	};
	return node.type === 'doc' ? inner : `${names[node.type] ?? node.type}(${inner})`;
}

const WORD = (body: string) => `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<style>p.MsoNormal {margin:0cm; font-size:11.0pt;}</style></head>
<body lang=SV style='tab-interval:65.2pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

const item = (level: number, marker: string, text: string) =>
	`<p class=MsoListParagraphCxSpMiddle style='margin-left:36pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>` +
	`<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}` +
	`<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>\n`;

const TABLE: [string, string, string][] = [
	[
		'a Word paragraph with marks',
		WORD(
			`<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Fler barn</b> läser <i>mer</i>.<o:p></o:p></p>`
		),
		'p(**Fler barn** läser _mer_.)'
	],
	[
		'Word headings, deeper ones clamped to two',
		WORD(
			`<h1>Ett<o:p></o:p></h1><h2>Två</h2><h3 style='mso-outline-level:3'>Tre</h3><p class=MsoTitle>Titel</p><p class=Rubrik4>Fyra</p>`
		),
		'h1(Ett) h2(Två) h2(Tre) h1(Titel) h2(Fyra)'
	],
	[
		'a Word list with two levels, then a numbered one',
		WORD(
			item(1, '·', 'Ett') +
				item(2, 'o', 'Under') +
				item(1, '·', 'Två') +
				'<p class=MsoNormal>Mellan</p>' +
				item(1, '1.', 'Först') +
				item(1, '2.', 'Sedan')
		),
		'ul(li(p(Ett) ul(li(p(Under)))) li(p(Två))) p(Mellan) ol(li(p(Först)) li(p(Sedan)))'
	],
	[
		'a Word table: its first row is the head, styles go',
		WORD(
			`<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
			<td width=100 style='width:75pt'><p class=MsoNormal>Område<o:p></o:p></p></td><td><p>Status</p></td></tr>
			<tr><td colspan=2><h3>Läsning</h3></td></tr></table>`
		),
		'table(tr(th(p(Område)) th(p(Status))) tr(td(p(Läsning))))'
	],
	[
		'Word comments and empty lines',
		WORD(
			`<p class=MsoNormal>Text<span class=MsoCommentReference><a href="#_msocom_1">[A1]</a></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
			<div style='mso-element:comment-list'><div style='mso-element:comment'><p>En kommentar</p></div></div>`
		),
		'p(Text)'
	],
	[
		'Google Docs: b that is not bold, spans that are',
		`<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-weight:700">Fet</span><span style="font-style:italic"> kursiv</span><span style="font-weight:400"> vanlig</span></p><ul><li dir="ltr" aria-level="1"><p role="presentation"><span>Punkt</span></p></li></ul></b>`,
		'p(**Fet**_ kursiv_ vanlig) ul(li(p(Punkt)))'
	],
	[
		'a web page: links kept, layout gone, words not run together',
		`<div class="wrap"><div>Ett</div><div>Två <a href="https://exempel.se/a" target="_blank" onclick="x()">länk</a></div><h4>Djup</h4><nav><a href="/lokal">Meny</a></nav></div>`,
		'p(Ett) p(Två [länk->https://exempel.se/a]) h2(Djup) p(Meny)'
	],
	[
		'a web table with a head and a nested table',
		`<table><thead><tr><td>A</td></tr></thead><tbody><tr><td><table><tr><td>x</td><td>y</td></tr></table></td></tr></tbody></table>`,
		'table(tr(th(p(A))) tr(td(p(x · y))))'
	],
	['empty cells', `<table><tr><td></td><th> </th></tr></table>`, 'table(tr(td(p()) th(p())))'],
	[
		'pictures from elsewhere, and a figure that is only their frame',
		`<p>Före</p><img src="file:///C:/bild.png"><img src="https://exempel.se/b.png" alt="x"><figure><img src="b.png"><figcaption>Text</figcaption></figure><p>Efter</p>`,
		'p(Före) p(Text) p(Efter)'
	],
	[
		'hostile: scripts, handlers, javascript links, frames, styles',
		`<script>alert(1)</script><p onmouseover="x()" style="position:fixed">Hej <a href="javascript:alert(1)">du</a> <a href=" jAvaScript:alert(1)">där</a></p><iframe src="//ond.se"></iframe><svg onload="x()"><text>bild</text></svg><a href="data:text/html,x">d</a>`,
		'p(Hej du där) p(d)'
	],
	[
		'hostile: our own blocks with values outside the allowlist',
		`<figure data-image="../../x" data-alt="a"></figure><div data-block="indicator" data-indicator="x y"></div><div data-block="main">m</div>`,
		'indicator() p(m)'
	],
	['an aside of the web is text, one of ours stays', `<aside>Reklam</aside>`, 'p(Reklam)'],
	[
		'what was copied from this editor',
		`<aside data-pm-slice="0 0 []"><p>Viktigt</p></aside><blockquote data-source="Elev, 12 år"><p>Vi vill</p></blockquote><p></p><div data-block="indicator" data-indicator="i-1"></div>`,
		'callout(p(Viktigt)) quote(p(Vi vill)) p() indicator()'
	]
];

describe('paste', () => {
	it.each(TABLE)('[C5] %s', (_name, html, expected) => {
		const doc = pasted(html);
		expect(short(doc)).toBe(expected);
		expect(isValidDoc(doc)).toBe(true);
	});

	it('[W5] attributes outside the allowlist never reach the document', () => {
		const clean = cleanPastedHtml(
			`<table style="width:9px"><tr><td colwidth="5" rowspan="9999" style="text-align:right" align="right">x</td></tr></table>`
		);
		expect(clean).toBe('<table><tbody><tr><td>x</td></tr></tbody></table>');
	});

	it('[C5] the source of a quote from this editor comes along', () => {
		const doc = pasted(
			`<blockquote data-pm-slice="0 0 []" data-source="Elev"><p>Hej</p></blockquote>`
		);
		expect(doc.content?.[0]?.attrs).toEqual({ source: 'Elev' });
	});
});
