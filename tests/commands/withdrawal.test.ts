import { FORMS, readFormName } from '#core/forms.ts';
import type { App } from '#server/app.ts';
import { withdrawnWith } from '#server/commands/withdraw-forms.ts';
import { listAudit } from '#server/store/audit.ts';
import { listEditionFiles, listEditions } from '#server/store/editions.ts';
import { listWithdrawals } from '#server/store/withdrawals.ts';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';

const editionOf = async (app: App) => {
	const [edition] = await app.read((tx) => listEditions(tx));
	if (!edition) throw new Error('no edition');
	return edition;
};

test('[P2] what holds the same words is withdrawn together, and the archive always', () => {
	expect(withdrawnWith(['pdf'])).toEqual(['pdf', 'large', 'zip']);
	expect(withdrawnWith(['html'])).toEqual(['html', 'offline', 'zip']);
	expect(withdrawnWith(['figures'])).toEqual(['figures', 'zip']);
	expect(withdrawnWith(FORMS)).toEqual([...FORMS]);
	expect(withdrawnWith([])).toEqual([]);
});

test('[P2] [S9] a withdrawal keeps the bytes, the reason and the trail, and is made once', async () => {
	const app = await demoApp();
	const { id: editionId, hash, reportId } = await editionOf(app);
	const kept = await app.read((tx) => listEditionFiles(tx, editionId));
	const withdraw = (over: object) =>
		app.commands.withdrawForms({
			by: by('coordinator'),
			editionId,
			forms: ['html'],
			reason: 'Ett namn syntes.',
			...over
		});
	expect(refusalOf(await withdraw({ by: by('education') }))).toMatchObject({ code: 'forbidden' });
	expect(refusalOf(await withdraw({ by: by('councilMember') }))).toEqual({ code: 'notFound' });
	expect(refusalOf(await withdraw({ editionId: 'ingen' }))).toEqual({ code: 'notFound' });
	expect(refusalOf(await withdraw({ reason: '  ' }))).toEqual({ code: 'reasonNeeded' });
	expect(refusalOf(await withdraw({ forms: [] }))).toMatchObject({ code: 'invalid' });
	expect(must(await withdraw({})).forms).toEqual(['html', 'offline', 'zip']);
	expect(refusalOf(await withdraw({ reason: 'Igen' }))).toMatchObject({ code: 'moved' });
	// One more, later: the archive is gone already.
	expect(must(await withdraw({ forms: ['docx'], reason: 'Även här' })).forms).toEqual(['docx']);

	expect(await app.read((tx) => listEditionFiles(tx, editionId))).toEqual(kept);
	const rows = await app.read((tx) => listWithdrawals(tx, editionId));
	expect(rows.map(({ form, reason }) => [form, reason])).toEqual([
		['docx', 'Även här'],
		['html', 'Ett namn syntes.'],
		['offline', 'Ett namn syntes.'],
		['zip', 'Ett namn syntes.']
	]);
	const acts = await app.read((tx) => listAudit(tx, reportId));
	expect(acts.filter((a) => a.act === 'edition.withdraw')).toMatchObject([
		{ reason: 'Även här', hash, detail: { number: 1, forms: ['docx'] } },
		{ reason: 'Ett namn syntes.', hash, detail: { number: 1, forms: ['html', 'offline', 'zip'] } }
	]);
	for (const change of [sql`delete from withdrawal`, sql`update withdrawal set reason = ''`])
		await expect(app.read(async (tx) => tx.db.run(change))).rejects.toThrow();
});

test('[A8] a withdrawn model is not given by another address either', async () => {
	const app = await demoApp();
	const { id: editionId } = await editionOf(app);
	const ask = () => app.views.apiEdition(null, { editionId });
	expect(must(await ask()).model.title).toBe('Barnbokslut 2022');
	must(
		await app.commands.withdrawForms({
			by: by('coordinator'),
			editionId,
			forms: ['json'],
			reason: 'Ett namn syntes.'
		})
	);
	expect(refusalOf(await ask())).toMatchObject({ code: 'withdrawn', reason: 'Ett namn syntes.' });
});

test('[P4] a file name at an edition’s address means one form or none', () => {
	expect(readFormName('1.pdf')).toEqual({ number: 1, form: 'pdf' });
	expect(readFormName('12-storstil.pdf')).toEqual({ number: 12, form: 'large' });
	expect(readFormName('3.csv')).toEqual({ number: 3, form: 'figures' });
	expect(readFormName('3-atgarder.csv')).toEqual({ number: 3, form: 'measures' });
	for (const none of ['1', '0.pdf', '1.PDF', '01.pdf', '1.pdf.zip', '1.exe', 'x.pdf', '123456.pdf'])
		expect(readFormName(none), none).toBeNull();
});
