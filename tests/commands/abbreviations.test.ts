import { departments } from '#server/demo/people.ts';
import { listDepartments } from '#server/store/organisation.ts';
import { auditEvent } from '#server/store/schema.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import type { App } from '#server/app.ts';

let app: App;
beforeEach(async () => {
	app = await demoApp();
});
const [first, second] = departments.map(({ id }) => id) as [string, string];
const now = () =>
	app.read(async (tx) =>
		Object.fromEntries(
			(await listDepartments(tx, 'demo-exempelkommun')).map((d) => [d.id, d.abbreviation])
		)
	);
const save = (
	abbreviations: Record<string, string>,
	person: 'coordinator' | 'social' = 'coordinator'
) => app.commands.saveAbbreviations({ by: by(person), abbreviations });

test('[A2] coordinators say how tables call the departments; it stands in the trail once', async () => {
	const before = await now();
	expect(must(await save({ [first]: ' BoU ', unknown: 'X' }))).toEqual({ changed: 1 });
	expect(await now()).toEqual({ ...before, [first]: 'BoU' });
	expect(must(await save({ [first]: 'BoU' }))).toEqual({ changed: 0 });
	const lines = await app.read(async (tx) =>
		tx.db.select().from(auditEvent).where(eq(auditEvent.act, 'department.abbreviations')).all()
	);
	expect(lines.map(({ personId, detail }) => [personId, Object.values(detail)])).toEqual([
		[by('coordinator'), ['BoU']]
	]);
	expect(refusalOf(await save({ [first]: 'Y' }, 'social'))).toMatchObject({ code: 'forbidden' });
});

test('[S10] two departments are never called the same, and nothing of a refused form is kept', async () => {
	const before = await now();
	for (const [wished, problem] of [
		[{ [first]: 'AB', [second]: 'ab' }, 'taken'],
		[{ [first]: 'F och V' }, 'abbreviation'],
		[{ [first]: 'x'.repeat(13) }, 'abbreviation']
	] as const) {
		const refusal = refusalOf(await save(wished));
		expect(refusal).toMatchObject({ code: 'invalid' });
		expect(JSON.stringify(refusal)).toContain(problem);
		expect(await now()).toEqual(before);
	}
	// What stood at one may go to the other in the same act.
	must(await save({ [first]: 'AB', [second]: 'CD' }));
	must(await save({ [first]: 'CD', [second]: 'AB' }));
	expect(await now()).toMatchObject({ [first]: 'CD', [second]: 'AB' });
});
