import { cpuSeconds, busySeconds } from '../../machine.ts';
import { quantile } from '../../numbers.ts';
import type { Quantiles, Used } from './order.ts';

/** Who used the processors between two moments: the server, this process, all else. */
export class Meter {
	private readonly pid: number;
	private readonly begun: { at: number; server: number; own: number; all: number };

	constructor(pid: number) {
		this.pid = pid;
		this.begun = this.now();
	}

	/** Seconds, and seconds of processor, since the meter was made. */
	read(): Used {
		const now = this.now();
		const serverCpu = now.server - this.begun.server;
		const loadCpu = now.own - this.begun.own;
		return {
			seconds: (now.at - this.begun.at) / 1000,
			serverCpu,
			loadCpu,
			otherCpu: Math.max(0, now.all - this.begun.all - serverCpu - loadCpu)
		};
	}

	private now() {
		const { user, system } = process.cpuUsage();
		return {
			at: performance.now(),
			server: cpuSeconds(this.pid),
			own: (user + system) / 1e6,
			all: busySeconds()
		};
	}
}

export const quantiles = (samples: readonly number[]): Quantiles => ({
	p50: quantile(samples, 0.5),
	p95: quantile(samples, 0.95),
	p99: quantile(samples, 0.99),
	most: quantile(samples, 1)
});
