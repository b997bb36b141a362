import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { password, people, type DemoPersonKey } from '#server/demo/people.ts';
import { lackingEditions } from '#server/publishing/lacking.ts';
import { listDepartments } from '#server/store/organisation.ts';
import { listReports } from '#server/store/reports.ts';
import { listSections } from '#server/store/sections.ts';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A draft of the demo, who may write in it and who may read it only. */
export type PreparedSection = {
	id: string;
	key: string;
	epoch: number;
	writers: DemoPersonKey[];
	reader: DemoPersonKey;
};

/**
 * The demo municipality in a file of its own, made once, with everybody signed in: a fault test
 * copies it, so that a server is ready half a second after it was started.
 */
export type Prepared = {
	/** A copy of the database in a new folder, as DATA_DIR wants it. */
	copy(): { dataDir: string; file: string };
	cookies: Record<DemoPersonKey, string>;
	/** The sections that a department owns and that are drafts. */
	sections: PreparedSection[];
	/** Deletes every copy. */
	remove(): void;
};

/** The database's name within DATA_DIR. */
const NAME = 'barnbokslut.sqlite';

/** Makes the demo once for a run of fault tests. */
export async function prepare(): Promise<Prepared> {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-faults-'));
	const file = join(folder, NAME);
	const app = await createApp({ file, migrations: resolve('drizzle'), origin: 'http://localhost' });
	await ensureDemo(app);
	// Else every start of a copy would make the forms of the demo's edition anew.
	for (const { editionId } of await app.read(lackingEditions))
		await app.publishing.complete(editionId);
	const cookies = {} as Record<DemoPersonKey, string>;
	for (const person of Object.keys(people) as DemoPersonKey[]) {
		const signedIn = await app.accounts.signIn(people[person].email, password);
		if (!signedIn.ok) throw new Error(`${person} cannot sign in`);
		cookies[person] = signedIn.value.cookie.split(';')[0] ?? '';
	}
	const sections = await app.read(async (tx) => {
		const departments = await listDepartments(tx, 'demo-exempelkommun');
		const report = (await listReports(tx, 'demo-exempelkommun')).find((r) => r.reportYear === 2023);
		const all = report ? await listSections(tx, report.id) : [];
		return all.flatMap((s): PreparedSection[] => {
			const owner = departments.find((d) => d.id === s.departmentId)?.templateRole;
			const writer = (['education', 'social', 'culture'] as const).find((p) => p === owner);
			if (writer === undefined || s.state !== 'draft' || s.sharedWith.length > 0) return [];
			return [
				{
					id: s.id,
					key: s.key,
					epoch: s.epoch,
					writers: [writer, 'coordinator', 'deputy'],
					reader: writer === 'social' ? 'culture' : 'social'
				}
			];
		});
	});
	await app.close();
	let copies = 0;
	return {
		cookies,
		sections,
		copy() {
			const dataDir = join(folder, `${++copies}`);
			mkdirSync(dataDir);
			copyFileSync(file, join(dataDir, NAME));
			return { dataDir, file: join(dataDir, NAME) };
		},
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}
