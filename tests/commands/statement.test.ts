import { notSaid, statementProblems, tidyStatement } from '#core/statement.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { loadActor } from '#server/store/people.ts';
import { auditEvent } from '#server/store/schema.ts';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';

test('[C5] [O2] the statement on accessibility: kept as it was said, what is missing is said to be', () => {
	const said = tidyStatement({ actor: '  Exempelkommun\r\n', status: 'partly', content: ' ' });
	expect(said).toEqual({ actor: 'Exempelkommun', status: 'partly' });
	expect(notSaid(said)).toEqual(['content', 'burden', 'outside', 'assessed', 'feedback']);
	expect(notSaid({ ...said, status: 'whole' })).toEqual(['outside', 'assessed', 'feedback']);
	expect(statementProblems({ status: 'bra', actor: 'x'.repeat(4001) })).toEqual([
		{ field: 'actor', problem: 'length' },
		{ field: 'status', problem: 'unknown' }
	]);
});

test('[A2] [S9] who coordinates or administers says it, the trail tells of it, and readers read it', async () => {
	const app = await demoApp();
	const actor = (person: DemoPersonKey) => app.read((tx) => loadActor(tx, people[person].id));
	const published = async () => must(await app.views.publishedStatement(null, null));
	expect(await published()).toEqual({
		municipality: 'Exempelkommun',
		fields: {},
		changedAt: null
	});
	const save = (person: DemoPersonKey, actorText: string, seenAt = 0) =>
		app.commands.saveStatement({
			by: by(person),
			seenAt,
			statement: { actor: actorText, status: 'partly' }
		});
	for (const person of ['education', 'councilMember'] as const) {
		expect(refusalOf(await save(person, 'x'))).toMatchObject({ code: 'forbidden' });
		expect(refusalOf(await app.views.statement(await actor(person), null))).toMatchObject({
			code: 'forbidden'
		});
	}
	expect(refusalOf(await app.views.statement(null, null))).toEqual({ code: 'notSignedIn' });
	const { changedAt } = must(await save('administrator', 'Kommunstyrelsen'));
	expect(await published()).toMatchObject({
		fields: { actor: 'Kommunstyrelsen', status: 'partly' },
		changedAt
	});
	expect(must(await app.views.statement(await actor('coordinator'), null)).changedBy).toBe(
		people.administrator.name
	);
	// Two at once: the second reads what the first said before anything is written over.
	expect(refusalOf(await save('coordinator', 'Nämnden'))).toMatchObject({ code: 'moved' });
	must(await save('coordinator', 'Nämnden', changedAt));
	expect((await published()).fields.actor).toBe('Nämnden');
	const lines = await app.read(async (tx) =>
		tx.db.select().from(auditEvent).where(eq(auditEvent.act, 'statement.save')).all()
	);
	expect(lines.map(({ detail }) => detail)).toEqual([
		{ fields: ['actor', 'status'] },
		{ fields: ['actor'] }
	]);
});
