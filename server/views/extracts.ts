import { may, type Actor } from '#core/access.ts';
import {
	articlesIn,
	departmentsIn,
	extractPath,
	sectionsOfExtract,
	type Extract
} from '#core/extracts.ts';
import type { Decision, EditionModel } from '#core/publication.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { sha256Hex } from '#schema/content.ts';
import { articleTitle, extractHtml } from '#server/export/extract.ts';
import { isAsked } from '#server/export/kind.ts';
import { findEdition, listEditionsAt } from '#server/store/editions.ts';
import type { Tx } from '#server/store/store.ts';
import { getWithdrawal } from '#server/store/withdrawals.ts';
import type { View } from './index.ts';

type Address = { slug: string; /** Null for the newest. */ number: number | null };

/** A link to a part of an edition; `path` follows the edition's address. */
export type ExtractLink = { title: string; path: string };

export type ExtractLinks = {
	/** `/r/{slug}/v/{n}`. */
	base: string;
	/** The easy-read text, and the one for children: null where the edition has none. */
	plain: ExtractLink | null;
	child: ExtractLink | null;
	/** Null where there is nothing to count. */
	summary: ExtractLink | null;
	articles: ExtractLink[];
	departments: ExtractLink[];
};

/** The parts of an edition that have an address of their own. */
export const extracts: View<Address, ExtractLinks> = async (tx, actor, address) => {
	const found = await shownModel(tx, actor, address);
	if (!found.ok) return found;
	const model = found.value;
	const link = (extract: Extract, title = ''): ExtractLink => ({
		title,
		path: extractPath(extract)
	});
	const text = (kind: 'plain' | 'child'): ExtractLink | null => {
		const [section] = sectionsOfExtract(model, { kind });
		return section ? link({ kind }, section.content.title) : null;
	};
	return ok({
		base: `/r/${model.slug}/v/${model.number}`,
		plain: text('plain'),
		child: text('child'),
		summary: isAsked(model) ? link({ kind: 'summary' }) : null,
		articles: articlesIn(model).map((article) =>
			link({ kind: 'article', article }, articleTitle(article))
		),
		departments: departmentsIn(model).map(({ name, slug }) =>
			link({ kind: 'department', slug }, name)
		)
	});
};

/** A part of an edition, and which edition it is. */
export type ExtractView = {
	kind: Extract['kind'];
	/** What follows the edition's address. */
	path: string;
	title: string;
	html: string;
	edition: {
		slug: string;
		number: number;
		title: string;
		municipality: string;
		publishedAt: number;
		decision: Decision;
		/** The sender's colour, `#rrggbb`; empty without one. */
		accent: string;
		/** The number of the newest edition at the address. */
		newest: number;
	};
};

/** A part of an edition, made of its kept model (P2, P4). */
export const extract: View<Address & { extract: Extract }, ExtractView> = async (
	tx,
	actor,
	{ extract: asked, ...address }
) => {
	const found = await shownModel(tx, actor, address);
	if (!found.ok) return found;
	const model = found.value;
	const made = extractHtml(model, asked);
	if (!made) return refuse({ code: 'notFound' });
	const { slug, number, title, municipality, publishedAt, decision, sender } = model;
	const accent = sender?.accent ?? '';
	const newest = (await listEditionsAt(tx, slug))[0]?.number ?? number;
	return ok({
		kind: asked.kind,
		path: extractPath(asked),
		...made,
		edition: { slug, number, title, municipality, publishedAt, decision, accent, newest }
	});
};

/**
 * The model of an edition whose web form readers are shown: what was withdrawn there is not shown in
 * parts either.
 * @throws Error when the kept model is not what its hash says
 */
async function shownModel(
	tx: Tx,
	actor: Actor | null,
	{ slug, number }: Address
): Promise<Result<EditionModel>> {
	const found = await findEdition(tx, slug, number);
	if (!found) return refuse({ code: 'notFound' });
	const { id, municipalityId, model, hash } = found;
	if (!may(actor, 'edition.read', { kind: 'edition', municipalityId }).may)
		return refuse({ code: 'notFound' });
	const gone = await getWithdrawal(tx, id, 'html');
	if (gone) return refuse({ code: 'withdrawn', reason: gone.reason, at: gone.withdrawnAt });
	if (sha256Hex(model) !== hash)
		throw new Error(`The model of edition ${found.number} of ${slug} is not what was published`);
	return ok(JSON.parse(model) as EditionModel);
}
