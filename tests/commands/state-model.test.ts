import { expect, test } from 'vitest';
import { approveNow, by, must, refusalOf, sectionNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { sectionId } from '../support/server.ts';
import { walk } from './state-model/walk.ts';

/** What must have been met, or the walk has shown little. `npm run soak -- model` walks farther. */
const MET = [
	'write ok',
	'write locked',
	'write notFound',
	'write notSignedIn',
	'write forbidden:notYourRow',
	'write forbidden:notYourSection',
	'write forbidden:role',
	'submit ok',
	'submit moved:textChanged',
	'submit moved:submitted',
	'submit moved:approved',
	'submit forbidden:notYourRow',
	'submit notFound',
	'approve ok',
	'approve moved:textChanged',
	'approve moved:returned',
	'approve moved:approved',
	'approve forbidden:fourEyes',
	'approve forbidden:role',
	'approve notReady',
	'return ok',
	'return reasonNeeded',
	'return moved:returned',
	'reopen ok',
	'reopen reasonNeeded',
	'reopen moved:submitted',
	'retitle ok',
	'retitle locked',
	'retitle moved:valueChanged',
	'share ok',
	'acceptLate ok',
	'acceptLate locked',
	'acceptLate moved:done',
	'declineLate ok',
	'declineLate moved:done',
	'comment forbidden:role',
	'resolve ok',
	'takeUp ok',
	'grant ok',
	'grant forbidden:role'
];

test('[S1] [S2] [S4] [S5] [S7] [S9] [S10] [A3] [A7] [A8] 20,000 random acts of every role, two at once among them, end as the reference model says', async () => {
	const { steps, outcomes } = await walk(Number(process.env['SEED'] ?? 7), 20_000);
	expect(steps).toBeGreaterThanOrEqual(20_000);
	expect(MET.filter((one) => outcomes[one] === undefined)).toEqual([]);
}, 300_000);

test('[S4] with a clock that was set back, what is approved is what was submitted last', async () => {
	let now = 1_790_000_000_000;
	const app = await demoApp({ clock: () => now });
	const id = await sectionId(app, 'figures.education');
	const submit = async () => {
		const { seq } = await sectionNow(app, id);
		return must(
			await app.commands.submitSection({ by: by('education'), sectionId: id, seenSeq: seq })
		);
	};
	const first = await submit();
	now -= 60_000;
	must(
		await app.commands.returnSection({ by: by('coordinator'), sectionId: id, reason: 'Titeln.' })
	);
	const { version } = await sectionNow(app, id);
	must(
		await app.commands.changeSection({
			by: by('coordinator'),
			sectionId: id,
			version,
			title: 'En annan rubrik'
		})
	);
	const second = await submit();
	expect(second.hash).not.toBe(first.hash);
	const stale = { by: by('coordinator'), sectionId: id, hash: first.hash };
	expect(refusalOf(await app.commands.approveSection(stale))).toMatchObject({ code: 'moved' });
	expect(must(await approveNow(app, 'coordinator', id)).hash).toBe(second.hash);
});
