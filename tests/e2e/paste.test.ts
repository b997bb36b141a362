import { plainText } from '#schema/text.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiOf } from './api.ts';
import { launch } from './browser.ts';
import { newReport, roomAt, sectionIn } from './report.ts';
import { caretAtEnd, proseOf, reads, saved, synced } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** As Word puts it on the clipboard, shortened. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal {margin:0cm; font-family:"Calibri"}</style></head>
<body lang=SV><!--StartFragment-->
<h1 style='mso-outline-level:1'><span style='color:#2F5496'>Barns röster<o:p></o:p></span></h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><span style='font-size:11.0pt;color:red'>Vi frågade <b>alla</b> i årskurs&nbsp;5.<o:p></o:p></span></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Skolgården<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Maten<o:p></o:p></p>
<p class=MsoNormal><a href="javascript:alert(1)">Klicka</a><script>window.pasted = true</script><img src="https://elsewhere.example/spy.gif" onerror="window.pasted = true"></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Skola</p></td><td><p class=MsoNormal>Svar</p></td></tr><tr><td><p class=MsoNormal>Ekskolan</p></td><td><p class=MsoNormal>41</p></td></tr></table>
<!--EndFragment--></body></html>`;

test('[W5] what Word puts on the clipboard comes in as heading, list, bold and table, and nothing else of it', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Inklistrat');
	const key = 'units.culture';
	const { page, context } = await sit(browser, base, 'culture');
	const asked: string[] = [];
	context.on('request', (request) => asked.push(request.url()));
	await page.goto(roomAt(report, key));
	await synced(page, key);
	await caretAtEnd(page, key);
	await proseOf(page, key).evaluate((element, html) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/html', html);
		clipboardData.setData('text/plain', 'Barns röster');
		element.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
		);
	}, WORD);
	await reads(page, key, 'Skolgården');
	await saved(page, key);
	const { content } = await (await apiOf(base, 'coordinator')).section(sectionIn(report, key).id);
	expect(plainText(content).replaceAll('\u00a0', ' ').split('\n')).toEqual([
		'Barns röster',
		'Vi frågade alla i årskurs 5.',
		'Skolgården',
		'Maten',
		'Klicka',
		'Skola',
		'Svar',
		'Ekskolan',
		'41'
	]);
	const json = JSON.stringify(content);
	expect(json).not.toMatch(/javascript:|MsoNormal|mso-|color|font|elsewhere/);
	expect((content.content ?? []).map(({ type }) => type)).toEqual([
		'heading',
		'paragraph',
		'bulletList',
		'paragraph',
		'table'
	]);
	expect(json).toContain('{"type":"text","marks":[{"type":"bold"}],"text":"alla"}');
	expect(await page.evaluate(() => 'pasted' in window)).toBe(false);
	expect(asked.filter((url) => !url.startsWith(base))).toEqual([]);
});
