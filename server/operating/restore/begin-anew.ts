import { ok, type Result } from '#core/result.ts';
import { loadDoc } from '#schema/content.ts';
import { allSections, carryInto, endEverySignIn, type Ended } from '#server/store/after-restore.ts';
import { insertAudit } from '#server/store/audit.ts';
import type { ChainHead } from '#server/store/chain.ts';
import { appendUpdate, documentBytes } from '#server/store/log.ts';
import { listMunicipalities } from '#server/store/organisation.ts';
import type { Tx } from '#server/store/store.ts';
import * as Y from 'yjs';

/** The replaced database cannot tell its epochs: nobody rebuilds a section so often between two backups. */
const FAR = 100;

export type AnewAsked = {
	/** The epochs of the database that is replaced, by section; null when they cannot be known. */
	epochs: ReadonlyMap<string, number> | null;
	/** Of the backup: the head of its chain, and when it was made in milliseconds since 1970. */
	from: ChainHead | null;
	madeAt: number | null;
	now: number;
};

/**
 * Lets a backup go on as the installation. W3: every section gets an epoch that no client has, so that what was
 * written after the backup, and stands in browsers still, merges nowhere. Its first update is the text as it was with
 * all its items: unlike a rebuild this leaves authors, anchors and hash as they are, whatever the text. Sign-ins
 * end. The trail says so.
 */
export async function beginAnew(tx: Tx, asked: AnewAsked): Promise<Result<Ended>> {
	for (const section of await allSections(tx)) {
		const { parts } = await documentBytes(tx, section);
		const epoch = asked.epochs
			? Math.max(section.epoch, asked.epochs.get(section.id) ?? 0) + 1
			: section.epoch + FAR;
		await carryInto(tx, section, epoch);
		if (parts.length === 0) continue;
		const doc = loadDoc(parts);
		const bytes = Y.encodeStateAsUpdate(doc);
		doc.destroy();
		await appendUpdate(tx, { ...section, epoch }, { personId: null, at: asked.now, bytes });
	}
	const ended = await endEverySignIn(tx, asked.now);
	for (const { id } of await listMunicipalities(tx))
		await insertAudit(tx, {
			municipalityId: id,
			at: asked.now,
			personId: null,
			personName: '',
			act: 'installation.restore',
			hash: asked.from?.hash ?? null,
			detail: { line: asked.from?.seq ?? 0, madeAt: asked.madeAt, ...ended }
		});
	return ok(ended);
}
