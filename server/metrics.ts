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
		})
	};
}
