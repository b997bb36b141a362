import { Gauge, type Registry } from 'prom-client';
import { statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { countAllMails, countJobs } from './store/work.ts';
import type { Store } from './store/store.ts';

/** What is looked up when somebody asks /metrics, and not kept. */
export type GaugeOptions = {
	registry: Registry;
	read: Store['read'];
	/** The database's path; null in memory. */
	file: string | null;
	/** When the newest backup was made, in milliseconds since 1970; null for never. */
	newestBackup: () => number | null;
	clock: () => number;
};

/** Adds the gauges of the process, the store and the work that waits. */
export function addGauges(options: GaugeOptions): void {
	const { registry, file } = options;
	const registers = [registry];
	const delay = monitorEventLoopDelay({ resolution: 20 });
	delay.enable();
	new Gauge({
		name: 'barnbokslut_event_loop_lag_seconds',
		help: 'Highest delay of the event loop since it was last asked for',
		registers,
		collect() {
			this.set(delay.max / 1e9);
			delay.reset();
		}
	});
	new Gauge({
		name: 'barnbokslut_memory_bytes',
		help: 'Memory of the process',
		registers,
		collect() {
			this.set(process.memoryUsage.rss());
		}
	});
	new Gauge({
		name: 'barnbokslut_database_bytes',
		help: 'Size of the database and of its write-ahead log',
		labelNames: ['file'],
		registers,
		collect() {
			if (file === null) return;
			for (const [name, path] of [
				['database', file],
				['wal', `${file}-wal`]
			] as const)
				this.set({ file: name }, statSync(path, { throwIfNoEntry: false })?.size ?? 0);
		}
	});
	new Gauge({
		name: 'barnbokslut_backup_age_seconds',
		help: 'Since the newest backup in DATA_DIR/backups; absent when there is none',
		registers,
		collect() {
			const at = options.newestBackup();
			if (at === null) this.remove();
			else this.set((options.clock() - at) / 1000);
		}
	});
	new Gauge({
		name: 'barnbokslut_jobs',
		help: 'Long work, by kind and state',
		labelNames: ['kind', 'state'],
		registers,
		async collect() {
			const all = await options.read(countJobs);
			this.reset();
			for (const { kind, state, n } of all) this.set({ kind, state }, n);
		}
	});
	new Gauge({
		name: 'barnbokslut_mails',
		help: 'Mails, by state',
		labelNames: ['state'],
		registers,
		async collect() {
			const all = await options.read(countAllMails);
			this.reset();
			for (const { state, n } of all) this.set({ state }, n);
		}
	});
}
