import type { Actor } from '#core/access.ts';
import { loadActor } from '#server/store/people.ts';
import { getSection, type Section } from '#server/store/sections.ts';
import { getSession } from '#server/store/sessions.ts';
import type { Connection } from './connection.ts';
import { rightIn } from './door.ts';
import type { HubOptions } from './options.ts';
import type { Room } from './room.ts';

/** A6: judges every connection in the rooms by what the store says now, read at one moment. */
export async function judgeAll(
	{ store, clock }: Pick<HubOptions, 'store' | 'clock'>,
	rooms: readonly Room[],
	connections: Iterable<Connection>
): Promise<void> {
	const hashes = new Set([...connections].map((c) => c.who.sessionHash));
	const sections = new Map<string, Section | undefined>();
	const actors = new Map<string, Actor | null>();
	await store.read(async (tx) => {
		for (const { section } of rooms) sections.set(section.id, await getSection(tx, section.id));
		for (const hash of hashes) {
			const session = await getSession(tx, hash);
			const stands = session !== undefined && session.expiresAt > clock();
			actors.set(hash, stands ? await loadActor(tx, session.personId) : null);
		}
	});
	for (const room of rooms) {
		const section = sections.get(room.section.id);
		if (section && !room.take(section)) continue;
		for (const connection of [...room.connections])
			judge(connection, actors.get(connection.who.sessionHash));
	}
}

/** A6: what the person may do here now; null or undefined for one who is no longer signed in. */
function judge(connection: Connection, actor: Actor | null | undefined): void {
	// Came while the others were judged, by rights that were read after that.
	if (actor === undefined) return;
	if (actor === null) return connection.close('notSignedIn');
	connection.who.actor = actor;
	const right = rightIn(actor, connection.room.section);
	if (right.close) return connection.close(right.close);
	connection.mayEdit = right.mayEdit;
	connection.rows = right.rows;
	connection.room.tellState(connection);
}
