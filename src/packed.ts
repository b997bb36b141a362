import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * Readers' pages packed for the way: 120 kB of HTML is 22 kB. All readers are sent the same, so each is
 * packed once and kept, beside the event loop. What a person sees of their own work is not packed:
 * secrets and what others wrote in one packed answer can be told apart by its length.
 */

const TYPES = /^(?:text\/html|application\/(?:xml|rss\+xml|rdf\+xml))(?:;|$)/;
/** Below this the packing is as large as what it saves, in bytes. */
const LEAST = 1000;
/** Pages that are kept, of about 25 kB each. */
const MOST_KEPT = 100;
/**
 * Of 11. The best takes most of a second for a long report and saves a tenth, which a page is worth that
 * is asked for again; the answer to a question (`?q=`) is made once.
 */
const QUALITY = { page: 11, answer: 5 };

const PACKERS = {
	br: (bytes: Buffer, quality: number) =>
		promisify(brotliCompress)(bytes, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: quality,
				[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
			}
		}),
	gzip: (bytes: Buffer) => promisify(gzip)(bytes)
};
type Coding = keyof typeof PACKERS;

const kept = new Map<string, Promise<Buffer>>();

function packedOnce(bytes: Buffer, coding: Coding, quality: number): Promise<Buffer> {
	const key = `${coding} ${quality} ${createHash('sha256').update(bytes).digest('base64')}`;
	const known = kept.get(key);
	kept.delete(key);
	const made = known ?? PACKERS[coding](bytes, quality);
	// The newest stands last, so that the first is the one that was not asked for longest.
	kept.set(key, made);
	made.catch(() => kept.delete(key));
	const [oldest] = kept.keys();
	if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
	return made;
}

/** What the client takes, the better first; null for neither. */
export function codingFor(accepted: string | null): Coding | null {
	const weights = new Map(
		(accepted ?? '').split(',').map((part): [string, number] => {
			const [name = '', ...rest] = part.trim().toLowerCase().split(';');
			const weight = rest
				.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1])
				.find((q) => q !== undefined);
			return [name.trim(), weight === undefined ? 1 : Number(weight)];
		})
	);
	const takes = (coding: Coding) => (weights.get(coding) ?? weights.get('*') ?? 0) > 0;
	return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null;
}

/** The same answer, packed where the client takes it and it is a page or a feed for all readers. */
export async function packed(request: Request, response: Response): Promise<Response> {
	const { headers } = response;
	const isWhole = response.status === 200 && response.body !== null;
	if (!isWhole || !TYPES.test(headers.get('content-type') ?? '')) return response;
	if (headers.has('content-disposition') || headers.has('content-encoding')) return response;
	headers.append('vary', 'accept-encoding');
	const coding = codingFor(request.headers.get('accept-encoding'));
	if (!coding) return response;
	const bytes = Buffer.from(await response.arrayBuffer());
	if (bytes.length < LEAST) return new Response(new Uint8Array(bytes), { headers });
	const isAnswer = new URL(request.url).search !== '';
	const body = await packedOnce(bytes, coding, isAnswer ? QUALITY.answer : QUALITY.page);
	headers.set('content-encoding', coding);
	headers.set('content-length', String(body.length));
	// Other bytes have another tag; Kit compares it after this.
	const etag = headers.get('etag');
	if (etag) headers.set('etag', etag.replace(/"$/, `-${coding}"`));
	return new Response(new Uint8Array(body), { headers });
}
