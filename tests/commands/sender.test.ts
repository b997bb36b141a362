import { crc32 } from 'node:zlib';
import type { EditionModel } from '#core/publication.ts';
import type { LogoChange, SenderInput } from '#server/commands/save-sender.ts';
import type { App } from '#server/app.ts';
import type { DemoPersonKey } from '#server/demo/people.ts';
import { findEdition } from '#server/store/editions.ts';
import { auditEvent } from '#server/store/schema.ts';
import { getSender } from '#server/store/sender.ts';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { by, must, publishPlain, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId } from '../support/look.ts';

const MUNICIPALITY = 'demo-exempelkommun';
const PNG = new Uint8Array(
	Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64'
	)
);
/** The same with another size in its header. */
function pngOf(width: number, height: number): Uint8Array {
	const bytes = PNG.slice();
	new DataView(bytes.buffer).setUint32(16, width);
	new DataView(bytes.buffer).setUint32(20, height);
	new DataView(bytes.buffer).setUint32(29, crc32(bytes.subarray(12, 29)));
	return bytes;
}
const good: SenderInput = {
	accent: '#1F6B3A',
	logoAlt: ' Exempelkommun ',
	unit: 'Barnrättsstrategen',
	email: 'barn@exempel.se',
	phone: '0123-456 00',
	web: 'https://exempel.se/barn'
};

function save(
	app: App,
	over: Partial<SenderInput> = {},
	{
		who = 'coordinator',
		seenAt = 0,
		logo = 'keep'
	}: { who?: DemoPersonKey; seenAt?: number; logo?: LogoChange } = {}
) {
	return app.commands.saveSender({ by: by(who), seenAt, input: { ...good, ...over }, logo });
}
const now = (app: App) => app.read((tx) => getSender(tx, MUNICIPALITY));
const lines = (app: App) =>
	app.read(async (tx) =>
		tx.db.select().from(auditEvent).where(eq(auditEvent.act, 'sender.save')).all()
	);

test('[A2] administrators and coordinators say who publishes, and nobody else', async () => {
	const app = await demoApp();
	for (const who of ['education', 'councilMember'] as const) {
		expect(refusalOf(await save(app, {}, { who }))).toMatchObject({ code: 'forbidden' });
		const actor = await actorOf(app, who);
		expect(refusalOf(await app.views.sender(actor, null))).toMatchObject({ code: 'forbidden' });
		expect(refusalOf(await app.views.senderLogo(actor, null))).toMatchObject({ code: 'forbidden' });
	}
	expect(refusalOf(await app.views.senderLogo(null, null))).toEqual({ code: 'notSignedIn' });
	expect(await now(app)).toBeNull();
	const { changedAt } = must(await save(app, {}, { who: 'administrator' }));
	must(await save(app, {}, { who: 'deputy', seenAt: changedAt }));
	expect(await lines(app)).toHaveLength(2);
});

test('[P1] what was said is kept, in one line of the trail, and the logo as it came', async () => {
	const app = await demoApp();
	const { changedAt } = must(await save(app, {}, { logo: { bytes: PNG } }));
	const said = await now(app);
	expect(said).toMatchObject({
		accent: '#1f6b3a',
		logo: { type: 'image/png', width: 1, height: 1, alt: 'Exempelkommun' },
		contact: { unit: good.unit, email: good.email, phone: good.phone, web: good.web }
	});
	const [line] = await lines(app);
	expect(line).toMatchObject({ personId: by('coordinator'), detail: { accent: '#1f6b3a' } });
	const actor = await actorOf(app, 'coordinator');
	const logo = must(await app.views.senderLogo(actor, null));
	expect(Buffer.from(logo.bytes).equals(PNG)).toBe(true);
	expect(must(await app.views.sender(actor, null))).toMatchObject({ sender: said, changedAt });

	const again = must(await save(app, { logoAlt: 'Kommunens vapen' }, { seenAt: changedAt }));
	expect((await now(app))?.logo).toMatchObject({ id: said?.logo?.id, alt: 'Kommunens vapen' });
	must(await save(app, { logoAlt: '' }, { seenAt: again.changedAt, logo: 'remove' }));
	expect((await now(app))?.logo).toBeNull();
	expect(refusalOf(await app.views.senderLogo(actor, null))).toEqual({ code: 'notFound' });
});

test('[S10] who changes what somebody has changed in between is told, and nothing is lost', async () => {
	const app = await demoApp({ clock: () => 1_700_000_000_000 });
	const first = must(await save(app));
	expect(refusalOf(await save(app, { unit: 'Någon annan' }, { who: 'deputy' }))).toMatchObject({
		code: 'moved',
		at: first.changedAt
	});
	expect((await now(app))?.contact.unit).toBe(good.unit);
	// The clock stands still, and they are still told apart.
	const second = must(await save(app, {}, { seenAt: first.changedAt }));
	expect(second.changedAt).toBeGreaterThan(first.changedAt);
});

const WRONG: [Partial<SenderInput>, field: string, problem: string][] = [
	[{ accent: '#777777' }, 'accent', 'contrast'],
	[{ accent: '#fff' }, 'accent', 'colour'],
	[{ accent: 'red;}' }, 'accent', 'colour'],
	[{ email: 'barn@exempel' }, 'email', 'email'],
	[{ email: 'a b@exempel.se' }, 'email', 'email'],
	[{ email: 'barn@exempel.se,x@y.se' }, 'email', 'email'],
	[{ phone: 'ring oss' }, 'phone', 'phone'],
	[{ web: 'http://exempel.se' }, 'web', 'web'],
	[{ web: 'exempel.se' }, 'web', 'web'],
	[{ web: 'javascript:alert(1)' }, 'web', 'web'],
	[{ web: 'https://namn:ord@exempel.se' }, 'web', 'web'],
	[{ unit: 'x'.repeat(121) }, 'unit', 'length'],
	[{ unit: 'Barn\u0007' }, 'unit', 'other']
];

test('[O2] what is not understood is refused at its field, and nothing is kept', async () => {
	const app = await demoApp();
	for (const [over, field, problem] of WRONG)
		expect(refusalOf(await save(app, over)), JSON.stringify(over)).toEqual({
			code: 'invalid',
			problems: [{ field, problem }]
		});
	expect(await now(app)).toBeNull();
	expect(await lines(app)).toEqual([]);
});

test('[O2] what is no logo is refused: too heavy, too large, no picture, no words', async () => {
	const app = await demoApp();
	const large = new Uint8Array(1024 * 1024 + 1);
	large.set(PNG);
	for (const [bytes, problem] of [
		[large, 'logoLarge'],
		[pngOf(4001, 10), 'logoSide'],
		[pngOf(10, 4001), 'logoSide'],
		[new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image'],
		[new Uint8Array(), 'image']
	] as const)
		expect(refusalOf(await save(app, {}, { logo: { bytes } }))).toEqual({
			code: 'invalid',
			problems: [{ field: 'logo', problem }]
		});
	expect(refusalOf(await save(app, { logoAlt: ' ' }, { logo: { bytes: PNG } }))).toEqual({
		code: 'invalid',
		problems: [{ field: 'logoAlt', problem: 'missing' }]
	});
	must(await save(app, {}, { logo: { bytes: pngOf(4000, 4000) } }));
});

test('[P2] an edition keeps the sender that stood when it was published', async () => {
	const app = await demoApp();
	const publish = async (note: string) =>
		must(
			await publishPlain(app, {
				by: by('coordinator'),
				reportId: await reportId(app, 2022),
				decision: {
					body: 'Kommunfullmäktige',
					date: '2023-09-25',
					paragraph: '§ 112',
					registryNumber: 'KS 2023/0123'
				},
				note
			})
		);
	const senderIn = async (number: number) => {
		const found = await app.read((tx) => findEdition(tx, 'barnbokslut-2022', number));
		return (JSON.parse(found?.model ?? '{}') as EditionModel).sender;
	};
	expect(await senderIn(1)).toBeUndefined();
	const { changedAt } = must(await save(app, {}, { logo: { bytes: PNG } }));
	const said = await now(app);
	await publish('Avsändaren syns.');
	must(await save(app, { unit: 'Ny enhet' }, { seenAt: changedAt, logo: 'remove' }));
	expect(await senderIn(2)).toEqual(said);
	expect(await senderIn(1)).toBeUndefined();
});
