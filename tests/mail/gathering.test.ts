import { people } from '#server/demo/people.ts';
import { describe, expect, it } from 'vitest';
import { by, must } from '../support/act.ts';
import { FROM, startPostOffice } from './post-office.ts';
import { HOUR, mailWorld, MINUTE, ORIGIN } from './world.ts';

/** What becomes a mail, when, and what stands in it. */

const world = mailWorld();
const KEY = 'figures.economy';
const OTHER = 'figures.education';

describe('a mail', () => {
	it('[N3] gathers a burst, says what, where and who, leads to each place, and holds no words of a text', async () => {
		const office = await startPostOffice();
		const mails = world.mails(office.settings);
		await world.mention('social', 'coordinator', KEY, 'Hemligt nummer ett');
		world.now += 4 * MINUTE;
		await world.mention('social', 'coordinator', KEY, 'Hemligt nummer två');
		await world.mention('education', 'coordinator', OTHER, 'Hemligt nummer tre');
		world.now += 5 * MINUTE;
		await mails.tick();
		expect(office.letters).toEqual([]);

		world.now += MINUTE;
		await mails.tick();
		expect(office.letters).toHaveLength(1);
		const [letter] = office.letters;
		expect(letter?.to).toEqual([people.coordinator.email]);
		expect(letter?.headers['subject']).toBe('Barnbokslut: 2 meddelanden');
		expect(letter?.headers['from']).toBe(`${FROM.name} <${FROM.address}>`);
		expect(letter?.headers['auto-submitted']).toBe('auto-generated');
		expect(letter?.headers['content-type']).toMatch(/^text\/plain; charset=utf-8/);
		const [stored] = await world.stored();
		expect(letter?.headers['message-id']).toBe(`<${stored?.id}@barnbokslut.example.se>`);
		expect(stored).toMatchObject({ state: 'sent', sentAt: world.now, error: null });

		const text = letter?.text ?? '';
		expect(text).toMatch(/^Hej Sara Ekdal,\n\nBarnbokslut 2023\n\n- Mariam Sundberg nämnde dig i/);
		expect(text).toMatch(/avsnitt 3\.1 .+ \(2 gånger, senast 3\u00a0februari 2026 kl\. 10\.04\)\n/);
		expect(text).toContain('- Jonas Hedvall nämnde dig i en kommentar till avsnitt');
		expect(text).not.toMatch(/Hemligt|nummer/);
		const told = await world.notices('coordinator');
		expect(told.map((one) => one.mail)).toEqual(['mailed', 'mailed', 'mailed']);
		const links = [...text.matchAll(/^ {2}(\S+)$/gm)].map(([, link]) => link);
		expect(links).toEqual([`${ORIGIN}/notices/${told[1]?.id}`, `${ORIGIN}/notices/${told[2]?.id}`]);
		expect(text).toContain(`Välj vad du får mejl om: ${ORIGIN}/notices/settings`);

		await mails.tick();
		expect(office.letters).toHaveLength(1);
	});

	it('[N3] says in its subject what it is when it is one thing; a return without its reason', async () => {
		const office = await startPostOffice();
		const mails = world.mails(office.settings);
		await world.giveBack('coordinator', KEY, 'Skälet är hemligt');
		await world.submit('social', KEY);
		world.now += 10 * MINUTE;
		await mails.tick();
		const letter = office.letters.find(({ to }) => to[0] === people.social.email);
		expect(letter?.headers['subject']).toMatch(
			/^Barnbokslut: Sara Ekdal återlämnade avsnitt 3\.1 /
		);
		expect(letter?.text).not.toContain('Skälet');
		// Both coordinators were told of the submission, each in a mail of their own.
		expect(office.letters.flatMap(({ to }) => to).sort()).toEqual(
			[people.social, people.coordinator, people.deputy].map(({ email }) => email).sort()
		);
	});

	it('[N3] comes once an hour at most, and at night in the morning', async () => {
		const office = await startPostOffice();
		const mails = world.mails(office.settings);
		await world.mention('social', 'coordinator', KEY);
		world.now += 10 * MINUTE;
		await mails.tick();
		await world.mention('social', 'coordinator', KEY);
		world.now += 59 * MINUTE;
		await mails.tick();
		expect(office.letters).toHaveLength(1);
		world.now += MINUTE;
		await mails.tick();
		expect(office.letters).toHaveLength(2);

		// 19.50 is day, 20.00 is night, 06.00 is day again.
		world.now += 8 * HOUR + 40 * MINUTE;
		await world.mention('social', 'coordinator', KEY);
		world.now += 10 * MINUTE;
		await mails.tick();
		world.now += 9 * HOUR + 59 * MINUTE;
		await mails.tick();
		expect(office.letters).toHaveLength(2);
		world.now += MINUTE;
		await mails.tick();
		expect(office.letters).toHaveLength(3);
	});

	it('[N2] is not made of what was read in the app, or of a kind that was turned off meanwhile', async () => {
		const office = await startPostOffice();
		const mails = world.mails(office.settings);
		await world.mention('social', 'coordinator', KEY);
		await world.mention('social', 'deputy', KEY);
		must(await world.app.commands.readNotices({ by: by('coordinator'), until: world.now }));
		must(await world.app.commands.chooseNotices({ by: by('deputy'), ways: { mention: 'inApp' } }));
		world.now += HOUR;
		await mails.tick();
		expect(office.letters).toEqual([]);
		const told = [...(await world.notices('coordinator')), ...(await world.notices('deputy'))];
		expect(told.map((one) => one.mail)).toEqual(['none', 'none']);
		must(await world.app.commands.chooseNotices({ by: by('deputy'), ways: { mention: 'mail' } }));
	});

	it('[N1] [A8] says nothing of a section that its reader may not see any more, not when it is tried again either', async () => {
		let isDown = true;
		const office = await startPostOffice({
			onRcptTo: (_, _session, done) =>
				done(isDown ? Object.assign(new Error('later'), { responseCode: 451 }) : null)
		});
		const mails = world.mails(office.settings);
		const grants = (departments: string[]) =>
			world.app.commands.setGrants({
				by: by('administrator'),
				personId: by('social'),
				grants: departments.map((departmentId) => ({ role: 'writer', departmentId }))
			});
		await world.mention('coordinator', 'social', KEY);
		must(await grants([]));
		world.now += HOUR;
		await mails.tick();
		expect(await world.stored()).toEqual([]);

		must(await grants(['demo-socialtjansten']));
		await world.mention('coordinator', 'social', KEY);
		world.now += 10 * MINUTE;
		await mails.tick();
		expect(await world.stored()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
		must(await grants([]));
		isDown = false;
		world.now += HOUR;
		await mails.tick();
		expect(office.letters).toEqual([]);
		expect(await world.stored()).toEqual([]);
		must(await grants(['demo-socialtjansten']));
	});

	it('[N3] names that hold lines, signs and Swedish letters add neither headers nor lines', async () => {
		const office = await startPostOffice();
		const mails = world.mails(office.settings);
		const rename = (name: string) =>
			world.app.read(async (tx) => {
				const { person } = await import('#server/store/schema.ts');
				const { eq } = await import('drizzle-orm');
				tx.db
					.update(person)
					.set({ name })
					.where(eq(person.id, by('coordinator')))
					.run();
			});
		await rename('Åsa\r\nBcc: alla@example.se\r\n\r\n<b>Öberg</b> \u202egnagkab');
		await world.mention('social', 'coordinator', KEY);
		await world.mention('coordinator', 'social', KEY);
		world.now += 10 * MINUTE;
		await mails.tick();
		await rename(people.coordinator.name);
		expect(office.letters).toHaveLength(2);
		for (const { headers, to } of office.letters) {
			expect(Object.keys(headers)).not.toContain('bcc');
			expect(to).toHaveLength(1);
		}
		const [toHer, fromHer] = office.letters.sort((a, b) =>
			(a.to[0] ?? '').localeCompare(b.to[0] ?? '')
		);
		expect(toHer?.headers['to']).toMatch(
			/^"?Åsa Bcc: alla@example\.se <b>Öberg<\/b> gnagkab"? <samordnare@demo\.example>$/
		);
		expect(toHer?.text).toMatch(/^Hej Åsa Bcc: alla@example\.se <b>Öberg<\/b> gnagkab,\n/);
		expect(fromHer?.headers['subject']).toMatch(/^Barnbokslut: Åsa Bcc: alla@example\.se <b>/);
	});

	it('[R6] [N3] the clock tells of a day that is near, once, and not of one that was moved since', async () => {
		const office = await startPostOffice();
		const { tellDeadlines } = world.app.commands;
		let asked = 0;
		const mails = world.mails(office.settings, {
			tellDeadlines: (input) => {
				asked += 1;
				return tellDeadlines(input);
			}
		});
		await world.giveBack('coordinator', KEY, 'Mer behövs');
		const id = await world.section(KEY);
		const setDay = (dueOn: string | null) =>
			world.app.read(async (tx) => {
				const { section } = await import('#server/store/schema.ts');
				const { eq } = await import('drizzle-orm');
				tx.db.update(section).set({ dueOn }).where(eq(section.id, id)).run();
			});
		await setDay('2026-02-05');
		await mails.tick();
		world.now += 59 * MINUTE;
		await mails.tick();
		expect(asked).toBe(1);
		const due = office.letters.filter(({ text }) => text.includes('senast'));
		expect(due.map(({ to }) => to)).toEqual([[people.social.email]]);
		expect(due[0]?.text).toMatch(
			/Dags att skicka in avsnitt 3\.1 .*, senast 5\u00a0februari 2026\n/
		);

		world.now += 3 * 24 * HOUR;
		await mails.tick();
		expect(asked).toBe(2);
		await setDay('2026-03-31');
		world.now += HOUR;
		await mails.tick();
		await setDay(null);
		expect(office.letters.filter(({ text }) => text.includes('senast'))).toHaveLength(1);
	});
});
