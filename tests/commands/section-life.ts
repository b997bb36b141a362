import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import type { DemoPersonKey } from '#server/demo/people.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { latestFixed } from '#server/store/approvals.ts';
import { readHistory } from '#server/store/history.ts';
import { listLate } from '#server/store/late.ts';
import { documentBytes } from '#server/store/log.ts';
import { writersSinceApproval } from '#server/store/writers.ts';
import { resolve } from 'node:path';
import * as Y from 'yjs';
import { by, must, sectionNow } from '../support/act.ts';
import { mulberry } from '../support/random.ts';
import { sectionId } from '../support/server.ts';
import { scribe, send, write } from './scribes.ts';

/** What a life had in it, so that a test can tell that nothing was left out. */
export type Life = Record<
	'letters' | 'compacted' | 'rebuilt' | 'kept' | 'accepted' | 'declined' | 'approved' | 'refused',
	number
>;

type Known = { epoch: number; seq: number; personId: string | null; at: number; bytes: string };

/**
 * D8, D9, A7, L4: a section lives for `days`: people write, at once and too late, it is compacted,
 * rebuilt, submitted, approved, opened again, and what came too late is decided about. After each day
 * the store is asked whether all of that is true that compaction must not touch.
 * @throws Error with the seed at the first thing that is not
 */
export async function liveASection(seed: number, days: number): Promise<Life> {
	const random = mulberry(seed);
	let now = 1_790_000_000_000;
	const app = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: 'http://localhost:3000',
		clock: () => now
	});
	try {
		await ensureDemo(app);
		const id = await sectionId(app, 'figures.education');
		const life: Life = {
			letters: 0,
			compacted: 0,
			rebuilt: 0,
			kept: 0,
			accepted: 0,
			declined: 0,
			approved: 0,
			refused: 0
		};
		let known: Known[] = [];
		for (let day = 0; day < days; day++) {
			// The machine's clock is set back now and then.
			now += Math.floor(random() * 5_000_000) - 400_000;
			const before = await textHash(app, id);
			const isQuiet = await oneDay(app, id, random, life);
			const where = `seed ${seed}, day ${day}`;
			if (isQuiet && (await textHash(app, id)) !== before)
				throw new Error(`${where}: the text is another`);
			known = await check(app, id, known, where);
		}
		return life;
	} finally {
		await app.close();
	}
}

const textHash = async (app: App, id: string): Promise<string> => {
	const section = await sectionNow(app, id);
	const { parts } = await app.read((tx) => documentBytes(tx, section));
	return hashOf(docJson(loadDoc(parts)));
};

/** One thing that happens; true when it leaves the text as it is. */
async function oneDay(app: App, id: string, random: () => number, life: Life): Promise<boolean> {
	const dice = random();
	const section = await sectionNow(app, id);
	if (dice < 0.45) {
		await writeAtOnce(app, id, random, life);
		return section.state !== 'draft';
	}
	if (dice < 0.6) {
		const { parts, seq } = await app.read((tx) => documentBytes(tx, section));
		const bytes = Y.encodeStateAsUpdate(loadDoc(parts));
		must(await app.commands.compactSection({ sectionId: id, epoch: section.epoch, seq, bytes }));
		life.compacted += 1;
		return true;
	}
	if (dice < 0.65) {
		const reason = 'prov';
		const done = await app.commands.rebuildSection({
			by: by('coordinator'),
			sectionId: id,
			reason
		});
		life[done.ok ? 'rebuilt' : 'refused'] += 1;
		return true;
	}
	if (dice < 0.75) {
		await keepSomething(app, id, random);
		life.kept += 1;
		return true;
	}
	if (dice < 0.88) return decide(app, id, random, life);
	await passOn(app, id, life);
	return true;
}

/** Two write at the same moment; each sees the other's only afterwards. */
async function writeAtOnce(app: App, id: string, random: () => number, life: Life): Promise<void> {
	if ((await sectionNow(app, id)).state !== 'draft') return;
	const people: DemoPersonKey[] = ['education', 'coordinator', 'social'];
	const first = Math.floor(random() * 3);
	const [a, b] = [
		await scribe(app, id, people[first] ?? 'social'),
		await scribe(app, id, people[(first + 1) % 3] ?? 'social')
	];
	for (let n = Math.floor(random() * 80); n > 0; n--) write((random() < 0.5 ? a : b).doc, random);
	life.letters += a.unsent.length + b.unsent.length;
	await send(app, id, a);
	await send(app, id, b);
}

async function keepSomething(app: App, id: string, random: () => number): Promise<void> {
	const one = await scribe(app, id, 'education');
	for (let n = 1 + Math.floor(random() * 8); n > 0; n--) write(one.doc, random);
	const { epoch, seq } = await sectionNow(app, id);
	must(
		await app.commands.keepLate({
			by: by('education'),
			sectionId: id,
			epoch,
			baseSeq: seq,
			why: 'locked',
			lock: null,
			bytes: Y.mergeUpdates(one.unsent),
			text: random() < 0.5 ? '' : `sen rad ${Math.floor(random() * 5)}`
		})
	);
}

/** Decides about one contribution; true when nothing came into the text. */
async function decide(app: App, id: string, random: () => number, life: Life): Promise<boolean> {
	const open = (await app.read((tx) => listLate(tx, id, null))).filter((l) => l.state === 'open');
	const late = open[Math.floor(random() * open.length)];
	if (!late) return true;
	const input = { by: by('coordinator'), lateId: late.id };
	if (random() < 0.3) {
		must(await app.commands.declineLate({ ...input, reason: 'prov' }));
		life.declined += 1;
		return true;
	}
	const { ok } = await app.commands.acceptLate(input);
	life[ok ? 'accepted' : 'refused'] += 1;
	return !ok;
}

/** One step on the way to the approval, or back. */
async function passOn(app: App, id: string, life: Life): Promise<void> {
	const { state, seq } = await sectionNow(app, id);
	const act = { by: by('deputy'), sectionId: id };
	if (state === 'draft') {
		const done = await app.commands.submitSection({ ...act, seenSeq: seq });
		if (!done.ok) life.refused += 1;
	} else if (state === 'submitted') {
		const fixed = await app.read((tx) => latestFixed(tx, id));
		must(await app.commands.approveSection({ ...act, hash: fixed?.hash ?? '' }));
		life.approved += 1;
	} else must(await app.commands.reopenSection({ ...act, reason: 'prov' }));
}

/** What the store says, held against the whole history; the history as it is now. */
async function check(app: App, id: string, known: Known[], where: string): Promise<Known[]> {
	const no = (what: string) => {
		throw new Error(`${where}: ${what}`);
	};
	const section = await sectionNow(app, id);
	const { history, opened, writers } = await app.read(async (tx) => ({
		history: await readHistory(tx, section),
		opened: await documentBytes(tx, section),
		writers: await writersSinceApproval(tx, section)
	}));
	const all = history.map((u) => ({ ...u, bytes: Buffer.from(u.bytes).toString('base64') }));
	const kept = JSON.stringify(all.slice(0, known.length)) === JSON.stringify(known);
	if (!kept) no('an update of the history is another');
	if (all.length !== section.seq || opened.seq !== section.seq) no('the numbers do not agree');
	const ofEpoch = history.filter((u) => u.epoch === section.epoch).map((u) => u.bytes);
	const [replayed, read] = [loadDoc(ofEpoch), loadDoc(opened.parts)];
	if (hashOf(docJson(replayed)) !== hashOf(docJson(read))) no('the history says another text');
	if (!Y.equalSnapshots(Y.snapshot(replayed), Y.snapshot(read))) no('the clocks are others');
	if (opened.snapshot) {
		const stored = loadDoc([opened.snapshot.bytes]);
		if (hashOf(docJson(stored)) !== opened.snapshot.hash) no('the snapshot has another hash');
		const vector = Buffer.from(Y.encodeStateVector(stored));
		if (Buffer.compare(vector, Buffer.from(opened.snapshot.stateVector)) !== 0)
			no('the snapshot has another state vector');
	}
	const since = history.filter((u) => u.seq > section.approvedSeq);
	const wrote = [...new Set(since.flatMap((u) => u.personId ?? []))].sort();
	if (wrote.join() !== [...writers].sort().join()) no('who wrote is not known');
	return all;
}
