import { readImage } from '#core/image-header.ts';
import { imageProblem } from '#core/image-limits.ts';
import { ok, refuse } from '#core/result.ts';
import { insertImage } from '#server/store/editions.ts';
import { createHash } from 'node:crypto';
import { audit, permit, reportFor, type Command } from './context.ts';

/** Stores a picture for a report. Type and size are read from its bytes, not from what was claimed. */
export const addImage: Command<
	{ by: string; reportId: string; bytes: Uint8Array },
	{ id: string; width: number; height: number }
> = async (tx, input, context) => {
	const found = await reportFor(tx, input.by, 'report.read', input.reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	const allowed = permit(actor, 'image.add', {
		kind: 'municipality',
		municipalityId: actor.municipalityId
	});
	if (!allowed.ok) return allowed;
	const problem = imageProblem(input.bytes);
	if (problem === 'imageBytes') return refuse({ code: 'tooLarge', limit: 'image' });
	const image = readImage(input.bytes);
	// What cannot be printed is told now, and not when the edition is published.
	if (problem !== null || !image)
		return refuse({ code: 'invalid', problems: [{ field: 'file', problem: 'image' }] });
	const id = context.newId();
	await insertImage(tx, {
		id,
		municipalityId: actor.municipalityId,
		reportId: report.id,
		type: image.type,
		width: image.width,
		height: image.height,
		sha256: createHash('sha256').update(input.bytes).digest('hex'),
		bytes: Buffer.from(input.bytes),
		addedBy: actor.personId,
		addedAt: context.now
	});
	await audit(tx, actor, context, {
		act: 'image.add',
		reportId: report.id,
		detail: { imageId: id, type: image.type }
	});
	return ok({ id, width: image.width, height: image.height });
};
