import { describe, expect, it } from 'vitest';
import { loginFor, safeNext } from '../../src/routes/next.ts';

describe('where signing in leads', () => {
	it.each(['/', '/reports', '/reports/1/board?state=draft', '/reports/1#section-intro', '/å?x=ä'])(
		'[U5] %s is a page of this site',
		(next) => {
			const address = new URL(safeNext(next), 'http://here.example');
			expect(address.href).toBe(new URL(next, 'http://here.example').href);
		}
	);

	it.each([
		'https://evil.example/',
		'//evil.example',
		'///evil.example',
		'/\\evil.example',
		'\\\\evil.example',
		'/\t/evil.example',
		'/\n/evil.example',
		'/.//evil.example',
		'/x/..//evil.example',
		'/%2e//evil.example',
		'javascript:alert(1)',
		'evil.example',
		'',
		null,
		undefined,
		42
	])('[U5] %j leads to the start page', (next) => {
		expect(safeNext(next)).toBe('/');
		// What a browser would make of the answer is of the same site in any case.
		expect(new URL(safeNext(next), 'http://here.example').host).toBe('here.example');
	});

	it('[U5] the login page is told the whole address that was asked for', () => {
		const asked = new URL('http://here.example/reports/1/board?state=draft&x=%26');
		const login = new URL(loginFor(asked), asked);
		expect(login.pathname).toBe('/login');
		expect(safeNext(login.searchParams.get('next'))).toBe('/reports/1/board?state=draft&x=%26');
	});

	it('[U5] an address that is too long for a header leads to its page alone', () => {
		const asked = new URL(`http://here.example/reports?q=${encodeURIComponent('å['.repeat(2000))}`);
		expect(loginFor(asked)).toBe('/login?next=%2Freports');
		expect(loginFor(new URL(`/${'x'.repeat(2000)}`, asked))).toBe('/login?next=%2F');
		expect(safeNext(asked.pathname + asked.search)).toBe('/');
	});
});
