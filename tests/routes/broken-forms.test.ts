import { departments, people } from '#server/demo/people.ts';
import { expect, test } from 'vitest';
import { demoApp } from '../support/app.ts';
import { knockAt } from '../walk/kit.ts';
import { must } from '../support/act.ts';

test('[O2] a body that is no form, or is cut off, is a bad request and no bug', async () => {
	const app = await demoApp();
	const form = 'multipart/form-data; boundary=x';
	const whole = '--x\r\ncontent-disposition: form-data; name="email"\r\n\r\na\r\n--x--\r\n';
	const send = async (type: string, text: string) => {
		const asked = { door: 'act /login?/default', method: 'POST', path: '/login' };
		return knockAt(app, { ...asked, type, body: new TextEncoder().encode(text) }, null);
	};
	for (const [type, text] of [
		[form, whole.slice(0, -8)],
		[form, 'no form'],
		['multipart/form-data', whole],
		['application/json', '{}'],
		['', 'a=b'],
		['', ''],
		[form, '']
	] as const) {
		const answer = await send(type, text);
		expect([type, text, answer.status, answer.bug]).toEqual([type, text, 400, null]);
		expect(answer.body).toContain('Begäran gick inte att förstå.');
	}
	// What is a form is read.
	expect((await send(form, whole)).status).toBe(401);
});

test('[O2] a field that is called as what all objects have does not come back to the page', async () => {
	const app = await demoApp();
	const { cookie } = must(await app.accounts.begin(people.coordinator.id, 'password', ''));
	for (const [door, path, field] of [
		['act /notices/settings?/default', '/notices/settings', 'late=never'],
		[
			'act /settings/departments?/default',
			'/settings/departments',
			`${departments[0]?.id}=${'x'.repeat(99)}`
		]
	] as const) {
		const body = new TextEncoder().encode(`__proto__=1&${field}`);
		const type = 'application/x-www-form-urlencoded';
		const asked = { door, path, method: 'POST', type, body };
		const answer = await knockAt(app, asked, cookie.split(';')[0] ?? '');
		expect([path, answer.status, answer.bug]).toEqual([path, 422, null]);
		expect(answer.body).not.toContain('__proto__');
	}
});
