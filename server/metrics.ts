import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the operator can watch; texts and names never stand in it. */
export interface Metrics {
	registry: Registry;
	updates: Counter<'outcome'>;
	commitSeconds: Histogram;
	rooms: Gauge;
	connections: Gauge;
	/** W12: how often a client's text was found to differ from the server's. */
	diverged: Counter;
	/** O8: how often somebody was told to wait, by limit. */
	limited: Counter<'limit'>;
	/** Answers, by the route's address with its parameters' names, `file` or `none`, and status. */
	requests: Counter<'route' | 'status'>;
	requestSeconds: Histogram;
	/** By outcome: `ok`, or the code of the refusal. */
	signIns: Counter<'outcome'>;
	/** Acts that wait for the writer or are being done. */
	queue: Gauge;
}

export function openMetrics(): Metrics {
	const registry = new Registry();
	const registers = [registry];
	return {
		registry,
		updates: new Counter({
			name: 'barnbokslut_updates_total',
			help: 'Updates from editors, by outcome',
			labelNames: ['outcome'],
			registers
		}),
		commitSeconds: new Histogram({
			name: 'barnbokslut_commit_seconds',
			help: 'Time from sending a batch to the writer until its answer',
			buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
			registers
		}),
		rooms: new Gauge({ name: 'barnbokslut_rooms', help: 'Sections in memory', registers }),
		connections: new Gauge({ name: 'barnbokslut_connections', help: 'Open sockets', registers }),
		diverged: new Counter({
			name: 'barnbokslut_diverged_total',
			help: 'Clients whose text differed at rest (W12)',
			registers
		}),
		limited: new Counter({
			name: 'barnbokslut_limited_total',
			help: 'Requests and sockets that were told to wait (O8), by limit',
			labelNames: ['limit'],
			registers
		}),
		requests: new Counter({
			name: 'barnbokslut_requests_total',
			help: 'Answered requests, by route and status',
			labelNames: ['route', 'status'],
			registers
		}),
		requestSeconds: new Histogram({
			name: 'barnbokslut_request_seconds',
			help: 'Time from a request to the end of its answer',
			buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
			registers
		}),
		signIns: new Counter({
			name: 'barnbokslut_sign_ins_total',
			help: 'Attempts to sign in, by outcome',
			labelNames: ['outcome'],
			registers
		}),
		queue: new Gauge({
			name: 'barnbokslut_writer_queue',
			help: 'Acts that wait for the writer or are being done',
			registers
		})
	};
}
