import type { CustomFetchOptions } from 'openid-client';

/** The most that is read of any answer of the service, in bytes. */
const MOST = 1024 * 1024;

/** What the service's side of the line did. */
export class ServiceFault extends Error {
	override name = 'ServiceFault';
	readonly why: 'unreachable' | 'tooMuch';
	constructor(why: 'unreachable' | 'tooMuch') {
		super(why);
		this.why = why;
	}
}

/**
 * Asks the service as the library does (it follows no redirect and sets the time), and reads no more than
 * is sensible.
 * @throws ServiceFault; the signal's reason when the time is up
 */
export async function boundedFetch(url: string, options: CustomFetchOptions): Promise<Response> {
	try {
		const answer = await fetch(url, { ...options, redirect: 'manual' } as RequestInit);
		const { status, statusText, headers } = answer;
		const body = await readAtMost(answer.body);
		return new Response(body.length > 0 ? body : null, { status, statusText, headers });
	} catch (error) {
		if (error instanceof ServiceFault || options.signal?.aborted === true) throw error;
		throw new ServiceFault('unreachable');
	}
}

async function readAtMost(body: ReadableStream<Uint8Array> | null): Promise<Buffer<ArrayBuffer>> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of body ?? []) {
		size += part.length;
		// Leaving the loop gives the rest up.
		if (size > MOST) throw new ServiceFault('tooMuch');
		parts.push(part);
	}
	return Buffer.concat(parts);
}
