import { contrast, isColour, TEXT_CONTRAST } from '#core/contrast.ts';
import { readImage, type ImageHeader } from '#core/image-header.ts';
import { isSound } from '#core/image-sound.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { getPerson } from '#server/store/people.ts';
import { getSenderRow, insertLogo, putSender } from '#server/store/sender.ts';
import { createHash } from 'node:crypto';
import { actorOf, audit, permit, type Command } from './context.ts';

/** Largest logo that is taken, in bytes, and in pixels a side: it goes into every form of an edition. */
export const LOGO_BYTES = 1024 * 1024;
export const LOGO_SIDE = 4000;

export type SenderInput = {
	/** `#rrggbb`, at least 4.5:1 on white; empty for the product's own. */
	accent: string;
	/** What the logo says; needed when there is one. */
	logoAlt: string;
	unit: string;
	email: string;
	phone: string;
	/** An address with https. */
	web: string;
};

/** What happens to the logo: it stays, it goes, or another takes its place. */
export type LogoChange = 'keep' | 'remove' | { bytes: Uint8Array };

/**
 * Says who publishes, from the next edition on: those that are published keep what was said then (P2).
 * `seenAt` is when what the person saw was changed, 0 when there was nothing (S10).
 */
export const saveSender: Command<
	{ by: string; seenAt: number; input: SenderInput; logo: LogoChange },
	{ changedAt: number }
> = async (tx, { by, seenAt, input, logo }, context) => {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId, personId } = actor.value;
	const allowed = permit(actor.value, 'sender.manage', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const old = await getSenderRow(tx, municipalityId);
	if ((old?.changedAt ?? 0) !== seenAt)
		return refuse({
			code: 'moved',
			happened: 'valueChanged',
			by: old ? ((await getPerson(tx, old.changedBy))?.name ?? null) : null,
			at: old?.changedAt ?? null
		});

	const said = cleaned(input);
	const problems = problemsOf(said);
	const picture = logo === 'keep' || logo === 'remove' ? null : readLogo(logo.bytes);
	if (picture && !picture.ok) problems.push({ field: 'logo', problem: picture.problem });
	const hasLogo = logo === 'keep' ? (old?.logoId ?? null) !== null : logo !== 'remove';
	if (hasLogo && said.logoAlt === '') problems.push({ field: 'logoAlt', problem: 'missing' });
	if (problems.length > 0) return refuse({ code: 'invalid', problems });

	let logoId = hasLogo ? (old?.logoId ?? null) : null;
	if (picture?.ok) {
		logoId = context.newId();
		await insertLogo(tx, {
			id: logoId,
			municipalityId,
			...picture.header,
			sha256: createHash('sha256').update(picture.bytes).digest('hex'),
			bytes: Buffer.from(picture.bytes),
			addedBy: personId,
			addedAt: context.now
		});
	}
	// Two changes within one tick of the clock are still told apart.
	const changedAt = Math.max(context.now, seenAt + 1);
	const now = { ...said, logoAlt: hasLogo ? said.logoAlt : '', logoId };
	await putSender(tx, { municipalityId, ...now, changedBy: personId, changedAt });
	await audit(tx, actor.value, context, { act: 'sender.save', detail: now });
	return ok({ changedAt });
};

function cleaned({ accent, logoAlt, unit, email, phone, web }: SenderInput): SenderInput {
	const line = (text: string) => text.replace(/\s+/gu, ' ').trim();
	return {
		accent: line(accent).toLowerCase(),
		logoAlt: line(logoAlt),
		unit: line(unit),
		email: line(email),
		phone: line(phone),
		web: line(web)
	};
}

/** The most signs that each field takes. */
const LONGEST: Record<keyof SenderInput, number> = {
	accent: 7,
	logoAlt: 200,
	unit: 120,
	email: 254,
	phone: 40,
	web: 300
};
const EMAIL = /^[^\s@<>"(),:;[\]\\]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u;
const PHONE = /^\+?\d[\d ()/–-]{4,}$/;

function problemsOf(said: SenderInput): FieldProblem[] {
	const { accent, email, phone, web } = said;
	const problems: FieldProblem[] = [];
	const no = (field: keyof SenderInput, problem: string) => problems.push({ field, problem });
	if (accent !== '') {
		if (!isColour(accent)) no('accent', 'colour');
		else if (contrast(accent, '#ffffff') < TEXT_CONTRAST) no('accent', 'contrast');
	}
	if (email !== '' && !EMAIL.test(email)) no('email', 'email');
	if (phone !== '' && !PHONE.test(phone)) no('phone', 'phone');
	if (web !== '' && !isWebAddress(web)) no('web', 'web');
	for (const [field, most] of Object.entries(LONGEST) as [keyof SenderInput, number][]) {
		if (problems.some((p) => p.field === field)) continue;
		if (said[field].length > most) no(field, 'length');
		// A sign that nobody sees has no place in what every edition bears.
		else if (/\p{C}/u.test(said[field])) no(field, 'other');
	}
	return problems;
}

/** With https, a host of a name, and nobody's password in it. */
function isWebAddress(text: string): boolean {
	if (!/^https:\/\//i.test(text) || /\s/.test(text)) return false;
	const url = URL.parse(text);
	return url !== null && url.username === '' && url.password === '' && url.hostname.includes('.');
}

type ReadLogo =
	{ ok: true; header: ImageHeader; bytes: Uint8Array } | { ok: false; problem: string };

function readLogo(bytes: Uint8Array): ReadLogo {
	if (bytes.byteLength > LOGO_BYTES) return { ok: false, problem: 'logoLarge' };
	const header = readImage(bytes);
	if (!header) return { ok: false, problem: 'image' };
	if (header.width > LOGO_SIDE || header.height > LOGO_SIDE)
		return { ok: false, problem: 'logoSide' };
	if (!isSound(bytes)) return { ok: false, problem: 'image' };
	return { ok: true, header, bytes };
}
