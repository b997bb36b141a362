import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import * as Y from 'yjs';
import { connect, lastNote, until } from '../support/client.ts';
import type { MainProcess } from '../support/main-process.ts';
import type { Prepared } from '../support/prepared.ts';
import { readRecord, replay, type Numbered, type SectionRecord } from '../support/record.ts';
import { textOf } from '../support/typist.ts';
import type { Promised } from './promised.ts';

/**
 * Whether a restarted server and its file hold what was promised (D2), tell one and the same text, and
 * have text and workflow from one moment (D6).
 * @param options.rest also waits until the room tells its hash by itself, which takes two seconds
 * @returns what is wrong, a line each
 */
export async function verify(
	server: MainProcess,
	file: string,
	options: { prepared: Prepared; promised: Promised[]; rest: boolean }
): Promise<string[]> {
	const { promised } = options;
	const record = readRecord(
		file,
		promised.map((p) => p.section.id)
	);
	const problems = record.integrity === 'ok' ? [] : [`integrity: ${record.integrity}`];
	const told = await Promise.all(promised.map((promise) => toldBy(server, promise, options)));
	for (const [i, section] of record.sections.entries()) {
		const promise = promised[i];
		if (!promise) continue;
		const found = [
			...workflowFaults(section),
			...textFaults(section, told[i] ?? []),
			...promise.lateIds
				.filter((id) => !record.lateIds.has(id))
				.map((id) => `late contribution ${id} is gone`),
			...lost(section, promise)
		];
		problems.push(...found.map((line) => `${promise.section.key}: ${line}`));
	}
	return problems;
}

/** The document's hash as the server tells it, by each way that it has. */
type Told = { way: string; hash: string }[];

async function toldBy(
	server: MainProcess,
	{ section }: Promised,
	{ prepared, rest }: { prepared: Prepared; rest: boolean }
): Promise<Told> {
	const api = await server.section('coordinator', section.id);
	if (!api.ok) return [{ way: 'the API', hash: api.refusal.code }];
	const client = await connect(
		{ ws: server.ws, origin: server.base, cookie: async (p) => prepared.cookies[p] },
		section.id,
		'coordinator'
	);
	const told = [
		{ way: 'the API', hash: hashOf(api.value.content) },
		{ way: 'a new client', hash: hashOf(docJson(client.doc)) }
	];
	if (rest) {
		await until(() => lastNote(client, 'hash') !== undefined, 'the hash at rest');
		told.push({ way: 'the room at rest', hash: lastNote(client, 'hash')?.hash ?? '' });
	}
	client.destroy();
	return told;
}

/** D6: state, audit trail, fixed content and log are of one moment; the log has no hole. */
export function workflowFaults(s: SectionRecord): string[] {
	const faults: string[] = [];
	const holes = s.log.filter((row, i) => row.seq !== i + 1);
	if (holes.length > 0) faults.push(`the log has a hole before ${holes[0]?.seq}`);
	if (s.log.at(-1)?.seq !== s.seq)
		faults.push(`the row says ${s.seq}, the log ends at ${s.log.at(-1)?.seq}`);
	if (s.state !== (s.lastTo ?? 'draft'))
		faults.push(`the row is ${s.state}, the audit trail ended in ${s.lastTo}`);
	if (s.state !== 'draft' && s.fixed?.seq !== s.seq)
		faults.push(`locked at ${s.fixed?.seq}, but the text is at ${s.seq}`);
	if (s.state === 'submitted' && s.fixed?.hash !== s.lastHash)
		faults.push('the audit trail names another hash than what was fixed');
	return faults;
}

/** One text: the raw log, the snapshot with what followed it, and every way of the server's. */
function textFaults(s: SectionRecord, told: Told): string[] {
	const hash = hashFrom(s.log);
	const ways = [...told];
	const faults: string[] = [];
	if (s.snapshot) {
		const { seq } = s.snapshot;
		const after = s.log.filter((row) => row.seq > seq);
		ways.push({ way: 'the snapshot', hash: hashFrom([s.snapshot, ...after]) });
		const then = hashFrom(s.log.filter((row) => row.seq <= seq));
		if (s.snapshot.hash !== then)
			faults.push(`the snapshot says ${s.snapshot.hash}, the log made ${then} then`);
	}
	const others = ways.filter((w) => w.hash !== hash);
	return [...faults, ...others.map((w) => `${w.way} tells ${w.hash}, the log makes ${hash}`)];
}

function hashFrom(updates: Numbered[]): string {
	const doc = loadDoc(updates.map((u) => u.bytes));
	const hash = hashOf(docJson(doc));
	doc.destroy();
	return hash;
}

/** D2: what was promised and is not in the log, by struct and by word. */
function lost(s: SectionRecord, promise: Promised): string[] {
	const doc = replay(s);
	const faults = promise.register.faults(promise.words, textOf(doc));
	let news = 0;
	doc.on('update', () => (news += 1));
	for (const update of promise.updates) Y.applyUpdate(doc, update);
	if (news > 0) faults.push(`${news} promised updates are not in the log`);
	if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
		faults.push('a promised update builds on what is not in the log');
	doc.destroy();
	return faults;
}
