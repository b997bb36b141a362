import { writeCsv } from '#core/csv-write.ts';
import type { App } from '#server/app.ts';
import type { Actor } from '#core/access.ts';
import { authority, departments } from '#server/demo/people.ts';
import { readPeopleFile } from '#server/accounts/people-files.ts';
import { findPersonByEmail } from '#server/store/people.ts';
import { grantRowsOf } from '#server/store/people-roles.ts';
import { knownParts } from '#server/store/people-imported.ts';
import { auditEvent, person } from '#server/store/schema.ts';
import { count, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { actorFor } from '../support/actors.ts';
import { demoApp } from '../support/app.ts';
import { neighbour, settleNeighbour } from '../support/neighbour.ts';

let app: App;
let admin: Actor;
beforeEach(async () => {
	app = await demoApp();
	admin = await actorFor(app, 'administrator');
});
const school = departments[0]?.name ?? '';
const HEAD = 'Namn;E-post;Roll;Förvaltning;Nämnd';
const utf8 = (text: string) => new TextEncoder().encode(text);
/** As Excel writes it in Swedish. */
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const lines = (...rows: string[]) => utf8([HEAD, ...rows].join('\r\n'));

const previewed = async (bytes: Uint8Array) => {
	const { id } = must(await app.peopleFiles.read(admin, bytes));
	const { table } = must(await app.peopleFiles.kept(admin, id));
	return { id, table, preview: must(await app.views.peopleImport(admin, { table })) };
};
const taken = async (bytes: Uint8Array) => {
	const { table, preview } = await previewed(bytes);
	return app.commands.importPeople({
		by: admin.personId,
		people: table.people,
		seen: preview.seen
	});
};
const fileProblem = async (bytes: Uint8Array) => {
	const refusal = refusalOf(await app.peopleFiles.read(admin, bytes));
	return refusal.code === 'invalid' ? refusal.problems[0]?.problem : refusal.code;
};
const peopleNow = () =>
	app.read(async (tx) => tx.db.select({ n: count() }).from(person).get()?.n ?? 0);
const one = (email: string) => app.read((tx) => findPersonByEmail(tx, email));

test('[U6] a file adds people and roles in one act and takes nothing from anybody', async () => {
	const bytes = lines(
		`Åsa Öberg;ASA@demo.example;Skribent;${school};`,
		`Åsa Öberg;asa@demo.example;samordnare;;${authority.name}`,
		`Mariam Sundberg;social@demo.example;skribent;${school};`,
		`Jonas Hedvall;skola@demo.example;writer;${school};`,
		';;;;'
	);
	const { preview } = await previewed(bytes);
	expect([preview.fresh.length, preview.changed.length, preview.same, preview.wrong]).toEqual([
		1, 1, 1, 0
	]);
	expect(preview.fresh[0]?.grants.map(({ role }) => role)).toEqual(['writer', 'coordinator']);
	expect(must(await taken(bytes))).toEqual({ added: 1, changed: 1 });
	const asa = await one('asa@demo.example');
	expect(asa).toMatchObject({ name: 'Åsa Öberg', passwordHash: null });
	const roles = await app.read((tx) => grantRowsOf(tx, by('social')));
	expect(roles.map(({ departmentId }) => departmentId).sort()).toEqual(
		[departments[0]?.id, departments[1]?.id].sort()
	);
	expect(must(await taken(bytes))).toEqual({ added: 0, changed: 0 });
	const trail = await app.read(async (tx) =>
		tx.db.select().from(auditEvent).where(eq(auditEvent.act, 'person.import')).all()
	);
	expect(trail).toHaveLength(1);
	expect(JSON.stringify(trail[0]?.detail)).not.toMatch(/Öberg|demo\.example/);
});

test('[U1] [U6] who becomes an administrator by a file signs in anew; who gets another role does not', async () => {
	const cookie = async (email: string) =>
		must(await app.accounts.signIn(email, 'barnbokslut')).cookie.split(';')[0] ?? '';
	const [social, school] = [
		await cookie('social@demo.example'),
		await cookie('skola@demo.example')
	];
	const administrator = await cookie('admin@demo.example');
	must(
		await taken(
			lines(
				'Mariam Sundberg;social@demo.example;administratör;;',
				'Jonas Hedvall;skola@demo.example;ledamot;;'
			)
		)
	);
	expect(await app.read((tx) => grantRowsOf(tx, by('social')))).toContainEqual(
		expect.objectContaining({ role: 'administrator' })
	);
	expect(await app.accounts.validate(social)).toBeNull();
	expect(await app.accounts.validate(school)).not.toBeNull();
	expect(await app.accounts.validate(administrator)).not.toBeNull();
});

test('[U6] Excel’s Windows-1252, a mark at the beginning, commas and tabs, heads in English are understood', async () => {
	const rows = (separator: string, head: string[]) =>
		[head, ['Åsa Öberg', 'asa@demo.example', 'skribent', school, '']]
			.map((row) => row.join(separator))
			.join('\r\n');
	const sv = ['Namn', 'E-postadress', 'Roll', 'Förvaltning', 'Nämnd'];
	const en = ['NAME', 'email', 'role', 'department', 'authority'];
	for (const bytes of [
		latin(rows(';', sv)),
		utf8(rows(';', sv)),
		utf8(`\ufeff${rows(';', sv)}`),
		utf8(rows('\t', sv)),
		utf8(rows(',', en)),
		utf8(`sep=,\r\n${rows(',', en)}`),
		utf8(rows(';', sv).replaceAll('\r\n', '\r'))
	]) {
		const { preview } = await previewed(bytes);
		expect(preview.fresh.map(({ name, email }) => [name, email])).toEqual([
			['Åsa Öberg', 'asa@demo.example']
		]);
	}
});

test('[O2] each thing that is wrong is told at its row, and the rows beside it go in', async () => {
	const { preview } = await previewed(
		lines(
			`Bra Person;bra@demo.example;skribent;${school};`,
			`;namnlos@demo.example;ledamot;;`,
			`Ingen Adress;;ledamot;;`,
			`Fel Adress;fel@demo;ledamot;;`,
			`Ingen Roll;roll@demo.example;;;`,
			`Fel Roll;roll2@demo.example;chef;;`,
			`Utan Förvaltning;utan@demo.example;skribent;;`,
			`Fel Förvaltning;okand@demo.example;skribent;Rymdförvaltningen;`,
			`Utan Nämnd;utan2@demo.example;samordnare;;`,
			`Annat Namn;bra@demo.example;ledamot;;`,
			`${'x'.repeat(300)};lang@demo.example;ledamot;;`,
			`Vänd\u202eNamn;vand@demo.example;ledamot;;`,
			`Bra Person;BRA@demo.example;skribent;${school};`,
			`Rad;"rad@demo.example\r\nBcc: alla@demo.example";ledamot;;`
		)
	);
	expect(preview.fresh.map(({ email }) => email)).toEqual(['bra@demo.example']);
	expect(preview.problems.map(({ row, problem }) => [row, problem])).toEqual([
		[3, 'nameMissing'],
		[4, 'emailMissing'],
		[5, 'email'],
		[6, 'roleMissing'],
		[7, 'roleUnknown'],
		[8, 'departmentMissing'],
		[9, 'departmentUnknown'],
		[10, 'authorityMissing'],
		[11, 'nameDiffers'],
		[12, 'nameLength'],
		[13, 'unseen'],
		[15, 'email']
	]);
	expect(preview.wrong).toBe(12);
});

test('[O2] what is no table of people is refused whole, with the reason, and quickly', async () => {
	const row = (i: number) => `Namn ${i};namn${i}@demo.example;ledamot;;`;
	const rows = (n: number) => lines(...Array.from({ length: n }, (_, i) => row(i)));
	for (const [bytes, problem] of [
		[new Uint8Array(), 'empty'],
		[utf8('\r\n\r\n'), 'empty'],
		[lines(), 'empty'],
		[utf8('a;b;c\r\n1;2;3'), 'noPeopleHead'],
		[utf8('Namn;E-post;Roll;Namn\r\nA;a@a.example;ledamot;B'), 'columnTwice'],
		[Uint8Array.of(0x50, 0x4b, 3, 4), 'isExcel'],
		[Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'isExcel'],
		[Uint8Array.of(0x89, 0x50, 0, 0, 0, 0, 1), 'notText'],
		[utf8(`${HEAD}\r\n"Namn;a@a.example;ledamot`), 'quotes'],
		[rows(2001), 'tooManyRows'],
		[rows(2500), 'tooManyRows'],
		[rows(100_000), 'tooLarge']
	] as const)
		expect(await fileProblem(bytes), problem).toBe(problem);
	const known = await app.read((tx) => knownParts(tx, 'demo-exempelkommun'));
	const begun = performance.now();
	expect(must(readPeopleFile(rows(2000), known)).people).toHaveLength(2000);
	expect(performance.now() - begun).toBeLessThan(5000);
});

test('[U6] 2,000 people go in together, or none of them', async () => {
	const bytes = lines(
		...Array.from({ length: 2000 }, (_, i) => `Namn ${i};namn${i}@demo.example;skribent;${school};`)
	);
	const before = await peopleNow();
	const { table, preview } = await previewed(bytes);
	const asked = { by: admin.personId, people: table.people, seen: preview.seen };
	const broken = table.people.map((p, i) => (i === 1999 ? { ...p, email: 'ingen' } : p));
	expect(refusalOf(await app.commands.importPeople({ ...asked, people: broken }))).toEqual({
		code: 'invalid',
		problems: [{ field: 'people.1999.email', problem: 'email' }]
	});
	expect(await peopleNow()).toBe(before);
	expect(must(await app.commands.importPeople(asked))).toEqual({ added: 2000, changed: 0 });
	expect(await peopleNow()).toBe(before + 2000);
	const { people, pages, found } = must(
		await app.views.people(admin, {
			state: 'none',
			role: 'writer',
			text: 'namn 19',
			page: 999,
			now: app.clock()
		})
	);
	// Every number below 2,000 in which 19 stands.
	expect([found, pages, people.length]).toEqual([139, 3, 39]);
});

test('[S10] what somebody changed after the preview is not gone over', async () => {
	const { table, preview } = await previewed(lines(`Mariam S;social@demo.example;ledamot;;`));
	expect(preview.changed[0]).toMatchObject({ nameBefore: 'Mariam Sundberg' });
	must(
		await app.commands.setGrants({
			by: admin.personId,
			personId: by('social'),
			grants: [{ role: 'councilMember' }]
		})
	);
	const asked = { by: admin.personId, people: table.people, seen: preview.seen };
	expect(refusalOf(await app.commands.importPeople(asked))).toMatchObject({ code: 'moved' });
	expect(await one('social@demo.example')).toMatchObject({ name: 'Mariam Sundberg' });
});

test('[A8] [U6] closed accounts stay closed, and other municipalities are neither named nor reached', async () => {
	await settleNeighbour(app);
	must(await app.commands.closePerson({ by: admin.personId, personId: by('social') }));
	const bytes = lines(
		`Mariam Sundberg;social@demo.example;ledamot;;`,
		`Ny Namn;${neighbour.email};ledamot;;`,
		`Ny Två;ny2@demo.example;skribent;Grannens förvaltning;`,
		`Ny Tre;ny3@demo.example;samordnare;;Grannens nämnd`
	);
	const { preview, table } = await previewed(bytes);
	expect(preview.problems.map(({ row, problem }) => [row, problem])).toEqual([
		[2, 'isClosed'],
		[3, 'otherInstallation'],
		[4, 'departmentUnknown'],
		[5, 'authorityUnknown']
	]);
	expect(JSON.stringify(preview)).not.toContain(neighbour.name);
	const theirs = [
		{
			row: 2,
			name: 'Ny',
			email: 'ny@demo.example',
			grants: [{ role: 'writer' as const, departmentId: neighbour.departmentId, authorityId: null }]
		}
	];
	expect(
		refusalOf(
			await app.commands.importPeople({ by: admin.personId, people: theirs, seen: preview.seen })
		)
	).toMatchObject({ problems: [{ field: 'people.0.grants.0.departmentId', problem: 'unknown' }] });
	for (const who of ['coordinator', 'social', 'councilMember'] as const) {
		const actor = who === 'social' ? null : await actorFor(app, who);
		const code = actor ? 'forbidden' : 'notSignedIn';
		expect(refusalOf(await app.peopleFiles.read(actor, bytes)).code).toBe(code);
		expect(refusalOf(await app.peopleFiles.kept(actor, 'x')).code).toBe(code);
		expect(refusalOf(await app.views.peopleImport(actor, { table })).code).toBe(code);
		expect(refusalOf(await app.views.peopleTemplate(actor, { lang: 'sv' })).code).toBe(code);
		expect(
			refusalOf(await app.commands.importPeople({ by: by(who), people: [], seen: '' })).code
		).toBe(code);
	}
});

test('[U6] a name that begins like a formula is harmless in what we write, and read as it was', async () => {
	const names = ['=HYPERLINK("http://x")', '+46', '-1', '@SUM(A1)'];
	const bytes = writeCsv(
		[HEAD.split(';'), ...names.map((n, i) => [n, `f${i}@demo.example`, 'ledamot', '', ''])],
		'sv'
	);
	expect(new TextDecoder().decode(bytes)).toContain(`'=HYPERLINK`);
	const { preview } = await previewed(bytes);
	expect(preview.fresh.map(({ name }) => name)).toEqual(names);
	const { rows } = must(await app.views.peopleTemplate(admin, { lang: 'sv' }));
	const own = await previewed(writeCsv(rows, 'sv'));
	expect([own.preview.fresh.length, own.preview.wrong]).toEqual([1, 0]);
});
