import { renderEdition } from '#server/export/index.ts';
import { openStore, type Store } from '#server/store/store.ts';
import { inlineWriter } from '#server/writer/inline.ts';
import { writerThread } from '#server/writer/thread.ts';
import type { Writer } from '#server/writer/writer.ts';
import { randomUUID } from 'node:crypto';

/**
 * Where is read and who writes. A database in memory has one connection and no thread; a file has its
 * writer in a thread and a reading connection here.
 * @throws StartError when the database cannot be opened
 */
export async function openStorage(
	{ file, migrations }: { file: string; migrations: string },
	clock: () => number
): Promise<{ store: Store; writer: Writer }> {
	if (file === ':memory:') {
		const store = openStore({ file, migrations });
		const writer = inlineWriter(store, () => ({
			now: clock(),
			newId: randomUUID,
			renderEdition
		}));
		return { store, writer };
	}
	const writer = await writerThread({ file, migrations }, clock);
	return { store: openStore({ file, migrations, readonly: true }), writer };
}
