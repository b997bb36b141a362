import { permit } from '#core/permit.ts';
import type { Actor } from '#core/access.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { Sender } from '#core/sender.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import { getLogo, getSender, getSenderRow } from '#server/store/sender.ts';
import { getPerson } from '#server/store/people.ts';
import type { View } from './index.ts';

export type SenderPage = {
	municipality: string;
	/** Null when nobody has said who publishes. */
	sender: Sender | null;
	/** When it was changed last, 0 for never, and by whom. */
	changedAt: number;
	changedBy: string | null;
};

/** Who publishes, for those who may say it. */
export const sender: View<null, SenderPage> = async (tx, actor) => {
	const allowed = mayManage(actor);
	if (!allowed.ok) return allowed;
	const { municipalityId } = allowed.value;
	const row = await getSenderRow(tx, municipalityId);
	return ok({
		municipality: (await getMunicipality(tx, municipalityId))?.name ?? '',
		sender: await getSender(tx, municipalityId),
		changedAt: row?.changedAt ?? 0,
		changedBy: row ? ((await getPerson(tx, row.changedBy))?.name ?? null) : null
	});
};

/** The logo that stands now, for the preview; editions serve the ones that they bear themselves. */
export const senderLogo: View<null, { type: string; bytes: Uint8Array; sha256: string }> = async (
	tx,
	actor
) => {
	const allowed = mayManage(actor);
	if (!allowed.ok) return allowed;
	const { logoId = null } = (await getSenderRow(tx, allowed.value.municipalityId)) ?? {};
	const logo = logoId === null ? undefined : await getLogo(tx, logoId);
	return logo
		? ok({ type: logo.type, bytes: logo.bytes, sha256: logo.sha256 })
		: refuse({ code: 'notFound' });
};

function mayManage(actor: Actor | null): Result<Actor> {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'sender.manage', { kind: 'municipality', municipalityId });
	return allowed.ok ? ok(actor) : allowed;
}
