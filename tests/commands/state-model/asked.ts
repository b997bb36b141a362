import type { Refusal, Result } from '#core/result.ts';
import { setPersonActive } from '#server/store/people.ts';
import { sql } from 'drizzle-orm';
import type { Act, ActOnSection } from './acts.ts';
import type { Outcome } from './model.ts';
import { grantOf, paragraphOf, type Place } from './world.ts';

/** What the program answered, in the words of the model. */
function told(refusal: Refusal | null): Outcome {
	if (refusal === null) return 'ok';
	if (refusal.code === 'forbidden') return `forbidden:${refusal.why}`;
	if (refusal.code === 'moved') return `moved:${refusal.happened}`;
	return refusal.code;
}

const said = (result: Result<unknown>): Outcome => told(result.ok ? null : result.refusal);

/** A hash that somebody saw once, and that is not the one of now. */
function staleHash({ hashes }: Place['known'][number]): string {
	const now = hashes.at(-1);
	return hashes.find((hash) => hash !== now) ?? '0'.repeat(64);
}

/**
 * Asks the program for an act, as a page or a socket would that shows what the model says. What the person
 * saw is taken from the model now, when it is asked for, and not when it is done.
 */
export async function ask(place: Place, act: Act): Promise<Outcome> {
	const { app, world, id, person } = place;
	switch (act.do) {
		case 'clock':
			return 'ok';
		case 'fourEyes':
			await app.read(async (tx) =>
				tx.db.run(sql`update municipality set four_eyes = ${act.on ? 1 : 0} where id = ${id}`)
			);
			return 'ok';
		case 'close':
		case 'open':
			await app.read((tx) => setPersonActive(tx, person(act.to), act.do === 'open'));
			return 'ok';
		case 'grant':
			return said(
				await app.commands.setGrants({
					by: person(act.by),
					personId: person(act.to),
					grants: act.roles.map((given) => grantOf(place, given))
				})
			);
		default:
			return askOfSection(place, act, {
				by: person(act.by),
				sectionId: place.section(act.section),
				seen: world.sections[act.section]
			});
	}
}

async function askOfSection(
	place: Place,
	act: ActOnSection,
	at: { by: string; sectionId: string; seen: Place['world']['sections'][number] }
): Promise<Outcome> {
	const { commands } = place.app;
	const { by, sectionId, seen } = at;
	const known = place.known[act.section] ?? { threads: [], late: [], hashes: [] };
	switch (act.do) {
		case 'write':
			return write(place, act, at);
		case 'submit': {
			const done = await commands.submitSection({
				by,
				sectionId,
				seenSeq: act.right ? seen.seq : seen.seq - 1
			});
			if (done.ok) known.hashes.push(done.value.hash);
			return said(done);
		}
		case 'approve': {
			const hash = act.right ? (known.hashes.at(-1) ?? '') : staleHash(known);
			return said(await commands.approveSection({ by, sectionId, hash }));
		}
		case 'return':
			return said(await commands.returnSection({ by, sectionId, reason: act.reason }));
		case 'reopen':
			return said(await commands.reopenSection({ by, sectionId, reason: act.reason }));
		case 'retitle': {
			const version = act.right ? seen.version : seen.version - 1;
			const title = `Rubrik ${act.title}`;
			return said(await commands.changeSection({ by, sectionId, version, title }));
		}
		case 'share': {
			const { owner, whole, rows } = act;
			return said(
				await commands.changeSection({
					by,
					sectionId,
					version: seen.version,
					departmentId: owner === null ? null : place.department(owner),
					sharedWith: [...whole, ...rows].map(place.department),
					rowsOnly: rows.map(place.department)
				})
			);
		}
		case 'comment': {
			const done = await commands.startThread({
				by,
				sectionId,
				epoch: 1,
				anchor: null,
				mustMeet: act.mustMeet,
				text: 'Se över detta.',
				mentions: []
			});
			if (done.ok) known.threads.push(done.value.threadId);
			return said(done);
		}
		case 'resolve':
		case 'takeUp': {
			const threadId = known.threads[act.which] ?? 'ingen';
			const now = seen.threads[act.which]?.version ?? 1;
			const input = { by, sectionId, threadId, version: act.right ? now : now + 1 };
			const turn = act.do === 'resolve' ? commands.resolveThread : commands.reopenThread;
			return said(await turn(input));
		}
		case 'keepLate': {
			const text = `sent ${seen.late.length}`;
			const bytes = paragraphOf(place.nextClient(), text);
			const late = { epoch: 1, baseSeq: seen.seq, why: 'locked', lock: null, bytes, text };
			const done = await commands.keepLate({ by, sectionId, ...late });
			if (done.ok) known.late.push(done.value.lateId ?? '');
			return said(done);
		}
		case 'acceptLate':
			return said(await commands.acceptLate({ by, lateId: known.late[act.which] ?? 'ingen' }));
		case 'declineLate': {
			const lateId = known.late[act.which] ?? 'ingen';
			return said(await commands.declineLate({ by, lateId, reason: act.reason }));
		}
	}
}

/** As the gate's transaction is given it; who has rows of their own says which they were held to. */
async function write(
	place: Place,
	act: Extract<ActOnSection, { do: 'write' }>,
	{ by, sectionId, seen }: { by: string; sectionId: string; seen: { seq: number; rows: string[] } }
): Promise<Outcome> {
	const clientId = place.nextClient();
	const bytes = paragraphOf(clientId, `ord ${seen.seq + 1}`);
	const own = place.world.roles[act.by].flatMap((g) => (g.role === 'writer' ? [g.department] : []));
	const rows = seen.rows
		.filter((one) => own.some((d) => d === one))
		.map((d) => `${place.id}-d-${d}`);
	const author = { personId: by, sessionHash: null, ...(act.right ? { rows: rows.sort() } : {}) };
	const done = await place.app.commands.appendUpdates({
		rooms: [
			{
				sectionId,
				epoch: 1,
				authors: [author],
				by: [0],
				lengths: [bytes.byteLength],
				bytes,
				claims: [{ clientId, update: 0 }]
			}
		]
	});
	return done.ok ? told(done.value.rooms[0]?.refusal ?? null) : said(done);
}
