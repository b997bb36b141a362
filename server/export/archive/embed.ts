import type { EditionInput } from '../input.ts';

/** The type of every picture of the edition by its id, the sender's logotype too. */
export function pictureTypes({ model }: EditionInput): Map<string, string> {
	const types = new Map(Object.entries(model.images).map(([id, { type }]) => [id, type]));
	const logo = model.sender?.logo;
	return logo ? types.set(logo.id, logo.type) : types;
}

/**
 * The kept article as it can stand alone: pictures in it, links to this site with its whole address.
 * Where the installation had no address, such a link leads nowhere and its words stand without it. Our
 * renderers escape quotation marks, so what looks like an attribute is one.
 * @throws Error when a picture has no bytes
 */
export function standingAlone(article: string, input: EditionInput): string {
	const { slug, number, address } = input.model;
	const types = pictureTypes(input);
	const folder = `/r/${slug}/v/${number}/images/`;
	const origin = address === undefined ? null : new URL(address).origin;
	const pictured = article.replace(/ src="([^"]*)"/g, (_, src: string) => {
		const id = src.startsWith(folder) ? decodeURIComponent(src.slice(folder.length)) : '';
		const bytes = input.images[id];
		const type = types.get(id);
		if (!bytes || type === undefined) throw new Error(`The picture ${src} has no bytes`);
		return ` src="data:${type};base64,${Buffer.from(bytes).toString('base64')}"`;
	});
	return pictured.replace(
		/<a\b([^>]*) href="(\/[^"]*)"([^>]*)>([^]*?)<\/a>/g,
		(_, before: string, path: string, after: string, words: string) =>
			origin === null ? words : `<a${before} href="${origin}${path}"${after}>${words}</a>`
	);
}
