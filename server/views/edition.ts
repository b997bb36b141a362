import { may } from '#core/access.ts';
import type { Decision, EditionModel } from '#core/publication.ts';
import { ok, refuse } from '#core/result.ts';
import type { ReportKind } from '#core/report-kind.ts';
import type { Sender } from '#core/sender.ts';
import { sha256Hex } from '#schema/content.ts';
import {
	findEdition,
	getEditionFile,
	getImage,
	listEditionsAt,
	type Edition,
	type Image
} from '#server/store/editions.ts';
import { getLogo } from '#server/store/sender.ts';
import type { Tx } from '#server/store/store.ts';
import { getWithdrawal } from '#server/store/withdrawals.ts';
import { changesSince, type ChangesSince } from './compare.ts';
import { formsOf, type FileLine, type TakenBack } from './edition-files.ts';
import type { View } from './index.ts';

/** One of the editions at the same address. */
export type EditionLine = { number: number; publishedAt: number; note: string };

/** What a reader's page is made of: the kept HTML, and what has come after it. */
export type EditionPage = {
	slug: string;
	number: number;
	kind: ReportKind;
	title: string;
	municipality: string;
	reportYear: number;
	publishedAt: number;
	decision: Decision;
	/** SHA-256 of the edition's model. */
	hash: string;
	/** The kept article, checked against the hash that was stored with it; null when it was withdrawn. */
	html: string | null;
	/** When and why the article was taken back (P2). */
	withdrawn: TakenBack | null;
	files: FileLine[];
	/** As it was when the edition was published. */
	sender: Sender | null;
	/** What has become of the figures since the edition before; null when there is none to compare. */
	changes: ChangesSince | null;
	/** Every edition of the report, this one too, the newest first. */
	editions: EditionLine[];
};

type Address = { slug: string; /** Null for the newest. */ number: number | null };

/** P3: an edition as it was kept. Anyone may read it, and no session changes what they see. */
export const edition: View<Address, EditionPage> = async (tx, actor, { slug, number }) => {
	const found = await findEdition(tx, slug, number);
	if (!found || !mayRead(actor, found)) return refuse({ code: 'notFound' });
	const model = modelOf(found);
	const { files, withdrawn } = await formsOf(tx, found.id);
	const gone = withdrawn.get('html') ?? null;
	return ok({
		slug: found.slug,
		number: found.number,
		kind: model.kind ?? 'barnbokslut',
		title: found.title,
		municipality: model.municipality,
		reportYear: found.reportYear,
		publishedAt: found.publishedAt,
		decision: model.decision,
		hash: found.hash,
		html: gone ? null : await keptHtml(tx, found),
		withdrawn: gone,
		files,
		sender: model.sender ?? null,
		changes: gone ? null : await changesSince(tx, model),
		editions: (await listEditionsAt(tx, slug)).map(({ number: n, publishedAt, note }) => ({
			number: n,
			publishedAt,
			note
		}))
	});
};

export type EditionImage = { type: Image['type']; bytes: Uint8Array; sha256: string };

/**
 * A picture that an edition shows, its sender's mark among them; others of the same report are not
 * there (A8). Refused as `withdrawn` when the page that shows it is.
 */
export const editionImage: View<
	{ slug: string; number: number; imageId: string },
	EditionImage
> = async (tx, actor, { slug, number, imageId }) => {
	const found = await findEdition(tx, slug, number);
	if (!found || !mayRead(actor, found)) return refuse({ code: 'notFound' });
	const gone = await getWithdrawal(tx, found.id, 'html');
	if (gone) return refuse({ code: 'withdrawn', reason: gone.reason, at: gone.withdrawnAt });
	const { images, sender } = modelOf(found);
	const image = Object.hasOwn(images, imageId)
		? await getImage(tx, imageId)
		: sender?.logo?.id === imageId
			? await getLogo(tx, imageId)
			: undefined;
	return image
		? ok({ type: image.type, bytes: image.bytes, sha256: image.sha256 })
		: refuse({ code: 'notFound' });
};

const mayRead = (actor: Parameters<typeof may>[0], { municipalityId }: Edition): boolean =>
	may(actor, 'edition.read', { kind: 'edition', municipalityId }).may;

const modelOf = (found: Edition): EditionModel => JSON.parse(found.model) as EditionModel;

/**
 * The kept bytes, when they are the ones that were kept (P2): readers are shown no page rather than
 * another one than was published.
 * @throws Error when the file is missing or is not what its hash says
 */
async function keptHtml(tx: Tx, { id, slug, number }: Edition): Promise<string> {
	const file = await getEditionFile(tx, id, 'html');
	if (!file) throw new Error(`Edition ${number} of ${slug} has no kept HTML`);
	const html = Buffer.from(file.bytes).toString('utf8');
	if (sha256Hex(html) !== file.hash)
		throw new Error(`The kept HTML of edition ${number} of ${slug} is not what was published`);
	return html;
}
