import { json } from '@sveltejs/kit';

type Event = { locals: Pick<App.Locals, 'app'> };

/** 200 once the store takes writes, 503 until then and when it no longer does. */
export async function GET({ locals }: Event): Promise<Response> {
	// A writer that has stopped rejects: that it cannot write is the answer, not a failure of this.
	const healthy = await locals.app.isHealthy().catch(() => false);
	return json(
		{ status: healthy ? 'ok' : 'unavailable' },
		{ status: healthy ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
}
