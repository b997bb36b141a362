import { rowsOf, type Actor } from '#core/access.ts';
import { lockOn } from '#core/lock.ts';
import { imageProblem } from '#core/image-limits.ts';
import { readImage } from '#core/image-header.ts';
import type { DocNode } from '#core/publication.ts';
import { ok, refuse, type Refusal, type Result } from '#core/result.ts';
import { LARGEST } from '#schema/bounds.ts';
import { docJson, isValidDoc, loadDoc } from '#schema/content.ts';
import { imageIds, isEmptyDoc } from '#schema/text.ts';
import { claimClient } from '#server/store/append.ts';
import { insertImage } from '#server/store/editions.ts';
import { appendUpdate, documentBytes, listClaims } from '#server/store/log.ts';
import { lockFacts, thingToWrite, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { isAllowed, writeAuthored } from './authored-change.ts';
import { audit, permit, reportFor, sectionFor, type Command, type Context } from './context.ts';

/** What goes into one section, behind what stands there. */
export type WordInto = {
	sectionId: string;
	/** What the person saw when they decided. */
	epoch: number;
	seq: number;
	/** Blocks of a document; pictures name their place in `images`. */
	blocks: DocNode[];
};

export type ImportWord = {
	by: string;
	reportId: string;
	fileName: string;
	into: WordInto[];
	images: { id: string; bytes: Uint8Array }[];
};

/**
 * Y7: puts what a person chose of a file into open sections, all of it or nothing. It goes behind what
 * stands there as an ordinary change in the person's name (A7); nothing is replaced. Refused with the
 * section's name when it is locked, not theirs, theirs for some rows only, or another text than they saw.
 */
export const importWord: Command<
	ImportWord,
	{ sections: { sectionId: string; seq: number }[]; images: number }
> = async (tx, input, context) => {
	const found = await reportFor(tx, input.by, 'report.read', input.reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	if (input.into.length === 0)
		return refuse({ code: 'invalid', problems: [{ field: 'parts', problem: 'nothing' }] });
	const used = new Set(
		input.into.flatMap(({ blocks }) => imageIds({ type: 'doc', content: blocks }))
	);
	const kept = await keepImages(
		tx,
		actor,
		report.id,
		input.images.filter(({ id }) => used.has(id)),
		context
	);
	if (!kept.ok) return kept;
	const written: { sectionId: string; title: string; seq: number; blocks: number }[] = [];
	for (const into of input.into) {
		const section = await openSection(tx, input, into);
		if (!section.ok) return section;
		const blocks = withImages(into.blocks, kept.value);
		const seq = await append(tx, section.value, blocks, { by: actor.personId, at: context.now });
		if (!seq.ok) return seq;
		const { id, title } = section.value;
		written.push({ sectionId: id, title, seq: seq.value, blocks: blocks.length });
	}
	await audit(tx, actor, context, {
		act: 'word.import',
		reportId: report.id,
		detail: {
			fileName: input.fileName.slice(0, 200),
			sections: written,
			images: kept.value.size
		}
	});
	return ok({
		sections: written.map(({ sectionId, seq }) => ({ sectionId, seq })),
		images: kept.value.size
	});
};

/** The section, when the person may write all over it, it is open, and it is what they saw. */
async function openSection(
	tx: Tx,
	{ by, reportId }: ImportWord,
	{ sectionId, epoch, seq }: WordInto
): Promise<Result<Section>> {
	const found = await sectionFor(tx, by, 'section.edit', sectionId);
	if (!found.ok) return found;
	const { actor, section } = found.value;
	if (section.reportId !== reportId) return refuse({ code: 'notFound' });
	if (rowsOf(actor, thingToWrite(section)) !== null)
		return refuse({ code: 'forbidden', why: 'notYourRow' });
	const lock = lockOn(lockFacts(section));
	if (lock) return refuse({ code: 'locked', lock });
	if (section.epoch !== epoch) return refuse({ code: 'otherEpoch' });
	if (section.seq !== seq)
		return refuse({
			code: 'moved',
			happened: 'textChanged',
			by: section.editedByName,
			at: section.editedAt
		});
	return ok(section);
}

/** Stores pictures for the report; by the ids that the blocks know them by. */
async function keepImages(
	tx: Tx,
	actor: Actor,
	reportId: string,
	images: ImportWord['images'],
	context: Context
): Promise<Result<Map<string, string>>> {
	const kept = new Map<string, string>();
	if (images.length === 0) return ok(kept);
	const { municipalityId, personId } = actor;
	const allowed = permit(actor, 'image.add', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	for (const { id, bytes } of images) {
		const header = readImage(bytes);
		if (!header || imageProblem(bytes) !== null)
			return refuse({ code: 'invalid', problems: [{ field: 'file', problem: 'image' }] });
		const newId = context.newId();
		await insertImage(tx, {
			id: newId,
			municipalityId,
			reportId,
			...header,
			sha256: createHash('sha256').update(bytes).digest('hex'),
			bytes: Buffer.from(bytes),
			addedBy: personId,
			addedAt: context.now
		});
		kept.set(id, newId);
	}
	return ok(kept);
}

/** The blocks with pictures by the ids that they are stored under; one that is not stored is no picture. */
function withImages(blocks: DocNode[], kept: Map<string, string>): DocNode[] {
	return blocks.map((node) => {
		if (node.type !== 'picture')
			return node.content ? { ...node, content: withImages(node.content, kept) } : node;
		return {
			...node,
			attrs: { ...node.attrs, image: kept.get(String(node.attrs?.['image'])) ?? '' }
		};
	});
}

const malformed: Refusal = { code: 'malformed', rule: 'content' };

/** Writes the blocks behind the section's text; of an empty text nothing stays. */
async function append(
	tx: Tx,
	section: Section,
	blocks: DocNode[],
	{ by, at }: { by: string; at: number }
): Promise<Result<number>> {
	const claims = await listClaims(tx, section);
	const { parts } = await documentBytes(tx, section);
	const doc = loadDoc(parts);
	try {
		const before = docJson(doc);
		const stands = isEmptyDoc(before) ? [] : (before.content ?? []);
		const wanted: DocNode = { type: 'doc', content: [...stands, ...blocks] };
		if (!isValidDoc(before) || !isValidDoc(wanted) || !isAllowed(wanted)) return refuse(malformed);
		const change = writeAuthored(doc, wanted, new Set(claims.keys()));
		if (Y.encodeStateAsUpdate(doc).byteLength > LARGEST)
			return refuse({ code: 'tooLarge', limit: 'document' });
		await claimClient(tx, section, { clientId: change.clientId, personId: by });
		return ok(await appendUpdate(tx, section, { personId: by, at, bytes: change.bytes }));
	} finally {
		doc.destroy();
	}
}
