import { sleep } from '#server/kolada/pace.ts';
import { KoladaClient } from '#server/kolada/client.ts';
import type { Limits, TransportOptions } from '#server/kolada/transport.ts';
import type { KoladaServer } from '../support/kolada-server.ts';

/** A clock that stands still but for those who sleep: no test waits for real. */
export class TestClock {
	now = Date.UTC(2026, 4, 4, 8);
	/** How long each sleeper slept, in milliseconds. */
	readonly slept: number[] = [];

	readonly clock = (): number => this.now;
	readonly sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
		signal.throwIfAborted();
		this.slept.push(ms);
		this.now += ms;
		// A turn of the event loop, as a timer would take.
		await sleep(0, signal);
	};
}

export const never = (): AbortSignal => new AbortController().signal;

export function clientOf(
	server: Pick<KoladaServer, 'base'>,
	options: { time?: TestClock; limits?: Partial<Limits>; fetch?: TransportOptions['fetch'] } = {}
): { client: KoladaClient; time: TestClock } {
	const time = options.time ?? new TestClock();
	const client = new KoladaClient({
		base: server.base,
		fetch: options.fetch ?? fetch,
		clock: time.clock,
		sleep: time.sleep,
		...(options.limits ? { limits: options.limits } : {})
	});
	return { client, time };
}
