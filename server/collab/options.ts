import type { Actor } from '#core/access.ts';
import type { Result } from '#core/result.ts';
import type { CommandInput, CommandName, CommandOutput } from '#server/commands/index.ts';
import type { Log } from '#server/log/log.ts';
import type { Store } from '#server/store/store.ts';
import type { IncomingMessage } from 'node:http';
import type { Counter, Gauge, Histogram } from 'prom-client';

/** The writer as the sync server knows it. */
export interface CollabWriter {
	run<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Result<CommandOutput<N>>>;
}

/** Sessions as the sync server knows them. */
export interface SocketAccounts {
	validate(cookieHeader: string | null): Promise<{ actor: Actor; sessionHash: string } | null>;
}

export type HubOptions = {
	store: Store;
	writer: CollabWriter;
	clock: () => number;
	log?: Log;
	/** How many sockets one person may have at once (W10). */
	socketsAPerson: number;
	/** Whether an upgrade comes from our own pages (W2). */
	isOwnOrigin: (req: IncomingMessage) => boolean;
	/** Whether a person has not opened sockets too often of late (O8); everybody may when left out. */
	mayOpen?: (personId: string) => Promise<boolean>;
	metrics: {
		updates: Counter<'outcome'>;
		commitSeconds: Histogram;
		rooms: Gauge;
		connections: Gauge;
		diverged: Counter;
	};
};
