import { text } from 'node:stream/consumers';
import { fill } from './fill.ts';
import { killAmidWriting, survivors } from './kill.ts';
import { readMemory } from './memory.ts';
import { openDocument } from './open.ts';
import type { LoadOrder } from './order.ts';
import { paced } from './paced.ts';
import { storm } from './storm.ts';
import { throughput } from './throughput.ts';
import { typeTrace } from './trace.ts';

/** The load, in a process of its own: an order on standard input, what was measured on standard output. */

const run = (order: LoadOrder): Promise<unknown> => {
	switch (order.scene) {
		case 'paced':
			return paced(order);
		case 'throughput':
			return throughput(order);
		case 'fill':
			return fill(order);
		case 'memory':
			return readMemory(order);
		case 'trace':
			return typeTrace(order);
		case 'open':
			return openDocument(order);
		case 'storm':
			return storm(order);
		case 'kill':
			return killAmidWriting(order);
		case 'survivors':
			return survivors(order);
	}
};

const answer = (what: unknown) => process.stdout.write(JSON.stringify(what), () => process.exit(0));

process.on('uncaughtException', ({ message }) => answer({ failed: message }));
try {
	answer({ result: await run(JSON.parse(await text(process.stdin)) as LoadOrder) });
} catch (error) {
	// A server that refuses or hangs up is an outcome of the measurement.
	answer({ failed: error instanceof Error ? error.message : String(error) });
}
