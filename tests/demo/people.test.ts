import { departments, password, people } from '#server/demo/people.ts';
import { ROLES } from '#core/access.ts';
import { describe, expect, it } from 'vitest';

const everybody = Object.values(people);

describe('the people of the demo', () => {
	it('[U4] they have the addresses that are promised, and no real one', () => {
		const emails = everybody.map((p) => p.email);
		for (const name of ['admin', 'samordnare', 'skola', 'social', 'kultur', 'ledamot'])
			expect(emails).toContain(`${name}@demo.example`);
		expect(emails.every((e) => e.endsWith('@demo.example'))).toBe(true);
		expect(new Set(emails).size).toBe(emails.length);
		expect(new Set(everybody.map((p) => p.id)).size).toBe(everybody.length);
		expect(password).toBe('barnbokslut');
	});

	it('[A1] every role is held by somebody', () => {
		for (const role of ROLES) expect(everybody.some((p) => p.role === role)).toBe(true);
	});

	it('[A3] each department has one writer, and only writers have a department', () => {
		for (const d of departments)
			expect(everybody.filter((p) => p.department === d.templateRole)).toHaveLength(1);
		for (const p of everybody) expect(p.department !== null).toBe(p.role === 'writer');
	});
});
