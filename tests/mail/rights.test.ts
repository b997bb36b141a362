import { hashPassword } from '#server/accounts/password.ts';
import { municipality, people } from '#server/demo/people.ts';
import { insertAuthority, insertDepartment } from '#server/store/organisation.ts';
import { insertGrant, insertPerson } from '#server/store/people.ts';
import { setShares } from '#server/store/sections.ts';
import { notice } from '#server/store/schema.ts';
import { describe, expect, it } from 'vitest';
import { by, must, sectionNow } from '../support/act.ts';
import { actorFor } from '../support/actors.ts';
import { startPostOffice } from './post-office.ts';
import { HOUR, mailWorld, MINUTE, ORIGIN } from './world.ts';

/** What a mail says to people who see little. */

const world = mailWorld();

describe('a mail', () => {
	it('[A5] [N3] tells a council member of a preview by the name that it had, without its message, until it is taken back', async () => {
		const office = await startPostOffice();
		const mails = world.mails(office.settings);
		const { commands, views } = world.app;
		const { reportId } = await sectionNow(world.app, await world.section('figures.education'));
		const release = async (message: string) => {
			const coordinator = await actorFor(world.app, 'coordinator');
			const { next } = must(await views.previews(coordinator, { reportId }));
			const readers = [by('councilMember')];
			const asked = { by: by('coordinator'), reportId, hash: next.hash, readers, message };
			return must(await commands.releasePreview(asked)).previewId;
		};
		const previewId = await release('Hemlig hälsning');
		world.now += 10 * MINUTE;
		await mails.tick();
		const [letter] = office.letters;
		expect(letter?.to).toEqual([people.councilMember.email]);
		expect(letter?.headers['subject']).toMatch(
			/^Barnbokslut: Sara Ekdal har gett dig Barnbokslut 2023 att läsa före beslutet$/
		);
		expect(letter?.text).not.toContain('Hemlig');
		const [told] = await world.notices('councilMember');
		expect(letter?.text).toContain(`${ORIGIN}/notices/${told?.id}`);

		must(await commands.withdrawPreview({ by: by('coordinator'), previewId }));
		const second = await release('Hemlig igen');
		must(await commands.withdrawPreview({ by: by('coordinator'), previewId: second }));
		world.now += HOUR;
		await mails.tick();
		expect(office.letters).toHaveLength(1);
	});

	it('[A4] [A8] names a section that is shared with another authority, and not the report around it', async () => {
		const office = await startPostOffice();
		const id = await world.section('figures.education');
		const section = await sectionNow(world.app, id);
		const municipalityId = municipality.id;
		const passwordHash = await hashPassword('x');
		// A database in memory has one connection, which takes writes too.
		await world.app.read(async (tx) => {
			const authorityId = 'other-authority';
			const departmentId = 'other-department';
			await insertAuthority(tx, { id: authorityId, municipalityId, name: 'Byggnadsnämnden' });
			await insertDepartment(tx, { id: departmentId, municipalityId, authorityId, name: 'Bygg' });
			await insertPerson(tx, {
				id: 'other',
				municipalityId,
				email: 'tor@demo.example',
				name: 'Tor Annan',
				passwordHash,
				createdAt: 0
			});
			await insertGrant(tx, {
				id: 'other-grant',
				municipalityId,
				personId: 'other',
				role: 'writer',
				departmentId
			});
			await setShares(tx, section, [departmentId]);
			const about = { reportId: section.reportId, sectionId: id };
			const told = { municipalityId, personId: 'other', actorId: by('culture'), at: world.now };
			for (const [n, kind] of (['mention', 'submitted', 'late'] as const).entries())
				tx.db
					.insert(notice)
					.values({ id: `n${n}`, kind, ...about, ...told, detail: {}, mail: 'waiting' })
					.run();
		});
		world.now += 10 * MINUTE;
		await world.mails(office.settings).tick();
		await world.app.read((tx) => setShares(tx, section, []));
		const letter = office.letters.find(({ to }) => to[0] === 'tor@demo.example');
		// What is for those who coordinate is not said; neither is the report's name.
		expect(letter?.headers['subject']).toBe(
			`Barnbokslut: Elias Forsgård nämnde dig i en kommentar till avsnitt ${section.number} ${section.title}`
		);
		expect(letter?.text).not.toContain('Barnbokslut 2023');
	});
});
