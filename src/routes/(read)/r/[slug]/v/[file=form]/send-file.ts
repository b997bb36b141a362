import type { FileForm } from '#core/forms.ts';
import type { EditionForm } from '#server/views/edition-form.ts';

/** A browser's own viewer is a page with a style around the file, which has none and no markup of ours. */
const PDF = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'";

/** What a file may do when a browser shows it as a page; the others may do nothing. */
const POLICIES: Partial<Record<FileForm, string>> = {
	pdf: PDF,
	large: PDF,
	summary: PDF
};

/** Shown where it is opened; the others are for programs that open files. */
const INLINE: FileForm[] = ['offline', 'pdf', 'large', 'summary', 'json'];

/**
 * The kept bytes. They never change, but they may be taken back: whoever keeps a copy asks first
 * whether it still stands, at the price of a 304.
 */
export function sendFile(
	{ bytes, hash, type, fileName }: Extract<EditionForm, { made: true }>,
	form: FileForm,
	request: Request
): Response {
	const etag = `"${hash}"`;
	const headers = { etag, 'cache-control': 'public, max-age=0, must-revalidate' };
	const known = request.headers.get('if-none-match')?.split(',') ?? [];
	// A proxy that compresses marks the tag as weak; it is the same file.
	if (known.some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, ''))))
		return new Response(null, { status: 304, headers });
	const how = INLINE.includes(form) ? 'inline' : 'attachment';
	const policy = form === 'offline' ? ofSaved(bytes) : (POLICIES[form] ?? "default-src 'none'");
	return new Response(new Uint8Array(bytes), {
		headers: {
			...headers,
			'content-type': type,
			'content-length': String(bytes.byteLength),
			'content-disposition': `${how}; filename="${fileName}"`,
			'x-content-type-options': 'nosniff',
			'content-security-policy': `${policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
		}
	});
}

/** Style, letters and pictures are in the page; the style is the one that its own policy names by its hash. */
function ofSaved(page: Uint8Array): string {
	const start = new TextDecoder().decode(page.subarray(0, 2000));
	const hash = /style-src &#39;(sha256-[A-Za-z0-9+/]{43}=)&#39;/.exec(start)?.[1] ?? 'none';
	return `default-src 'none'; style-src '${hash}'; font-src data:; img-src data:`;
}
