import { ok, refuse, type Result } from '#core/result.ts';

/** Largest body in bytes: 500 values with everything written out take a third of it. */
export const BODY_BYTES = 1024 * 1024;

/**
 * The JSON value of a request's body. Refused as `malformed` (rule `contentType` or `json`) or
 * `tooLarge`; what is longer than allowed is not read to its end.
 * @param most bytes
 */
export async function readJson(request: Request, most = BODY_BYTES): Promise<Result<unknown>> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json') return refuse({ code: 'malformed', rule: 'contentType' });
	const text = await readText(request, most);
	if (!text.ok) return text;
	try {
		return ok(JSON.parse(text.value) as unknown);
	} catch (error) {
		if (error instanceof SyntaxError) return refuse({ code: 'malformed', rule: 'json' });
		throw error;
	}
}

async function readText(request: Request, most: number): Promise<Result<string>> {
	const tooLarge = refuse({ code: 'tooLarge', limit: 'body' });
	if (Number(request.headers.get('content-length') ?? '0') > most) return tooLarge;
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let text = '';
	let length = 0;
	try {
		// Cancelling would close the connection before the refusal is read.
		for await (const chunk of request.body?.values({ preventCancel: true }) ?? []) {
			length += chunk.byteLength;
			if (length > most) return tooLarge;
			text += decoder.decode(chunk, { stream: true });
		}
		return ok(text + decoder.decode());
	} catch (error) {
		// Bytes that are no UTF-8 are no JSON.
		if (error instanceof TypeError) return refuse({ code: 'malformed', rule: 'json' });
		throw error;
	}
}
