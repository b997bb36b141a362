import packed from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
const [base, email, path, out, width = '1280', scheme = 'light', js = '1', full = '1'] =
	process.argv.slice(2);
const browser = await chromium.launch({
	executablePath: await packed.executablePath(),
	args: [...packed.args.filter((a) => a !== '--single-process'), '--disable-background-networking']
});
const context = await browser.newContext({
	baseURL: base,
	locale: 'sv-SE',
	viewport: { width: Number(width), height: 900 },
	colorScheme: scheme as 'light',
	javaScriptEnabled: js === '1'
});
if (email !== '-')
	await context.request.post('/login', {
		form: { email, password: 'barnbokslut' },
		headers: { origin: base },
		maxRedirects: 0
	});
const page = await context.newPage();
page.on('console', (m) => {
	if (m.type() === 'error' || m.type() === 'warning')
		console.log('CONSOLE', m.text().slice(0, 300));
});
page.on('pageerror', (e) => console.log('PAGEERROR', e.message));
await page.goto(path, { waitUntil: 'load' });
await page.waitForTimeout(2500);
await page.screenshot({ path: out, fullPage: full === '1' });
await browser.close();
