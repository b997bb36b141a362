import { text } from 'node:stream/consumers';
import type { LoadOrder, Measured } from './order.ts';
import { paced } from './paced.ts';
import { throughput } from './throughput.ts';

/** The load, in a process of its own: an order on standard input, what was measured on standard output. */

const run = (order: LoadOrder): Promise<Measured> => {
	switch (order.scene) {
		case 'paced':
			return paced(order);
		case 'throughput':
			return throughput(order);
	}
};

const answer = (what: unknown) => process.stdout.write(JSON.stringify(what), () => process.exit(0));

try {
	answer({ result: await run(JSON.parse(await text(process.stdin)) as LoadOrder) });
} catch (error) {
	// A server that refuses or hangs up is an outcome of the measurement.
	answer({ failed: error instanceof Error ? error.message : String(error) });
}
