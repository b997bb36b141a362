import { error } from '@sveltejs/kit';
import { createHash, timingSafeEqual } from 'node:crypto';

type Event = {
	request: Request;
	locals: Pick<App.Locals, 'app'>;
	getClientAddress: () => string;
};

/** Prometheus text, for the machine itself or with the token; for others it does not exist. */
export async function GET(event: Event): Promise<Response> {
	const { registry } = event.locals.app.metrics;
	if (!isLocal(event) && !hasToken(event)) error(404);
	return new Response(await registry.metrics(), {
		headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' }
	});
}

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** A proxy on the same machine has a loopback address too, and brings requests from anywhere. */
function isLocal({ request: { headers }, getClientAddress }: Event): boolean {
	return (
		LOOPBACK.test(getClientAddress()) &&
		LOOPBACK_HOST.test(headers.get('host') ?? '') &&
		!FORWARDED.some((name) => headers.has(name))
	);
}

function hasToken({ request, locals }: Event): boolean {
	const token = locals.app.metricsToken;
	const given = /^bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
	// Hashes have one length, and comparing them takes one time.
	return token !== null && given !== undefined && timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
