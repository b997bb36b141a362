import type { Result } from '#core/result.ts';
import type { RoomBatch, RoomOutcome } from '#server/commands/append-updates.ts';

type Waiting = {
	batch: RoomBatch;
	resolve: (outcome: Result<RoomOutcome>) => void;
	reject: (error: unknown) => void;
};

/**
 * D1: the rooms' batches on their way to the one writer. What comes while it is idle leaves when the
 * turn ends; what comes while it commits forms the next group, of all rooms, one transaction and one
 * fsync.
 */
export class GroupCommit {
	private readonly run: (rooms: RoomBatch[]) => Promise<Result<{ rooms: RoomOutcome[] }>>;
	private waiting: Waiting[] = [];
	private isBusy = false;

	constructor(run: (rooms: RoomBatch[]) => Promise<Result<{ rooms: RoomOutcome[] }>>) {
		this.run = run;
	}

	append(batch: RoomBatch): Promise<Result<RoomOutcome>> {
		return new Promise((resolve, reject) => {
			this.waiting.push({ batch, resolve, reject });
			if (this.isBusy) return;
			this.isBusy = true;
			setImmediate(() => void this.work());
		});
	}

	private async work(): Promise<void> {
		while (this.waiting.length > 0) await this.commit(this.waiting.splice(0));
		this.isBusy = false;
	}

	/** A bug in one room's batch ends that room alone: the others of the group are tried by themselves (W11). */
	private async commit(group: Waiting[]): Promise<void> {
		try {
			const result = await this.run(group.map((w) => w.batch));
			for (const [i, { resolve, reject }] of group.entries()) {
				const outcome = result.ok ? result.value.rooms[i] : undefined;
				if (outcome) resolve({ ok: true, value: outcome });
				else if (result.ok)
					reject(new Error('the writer answered for fewer rooms than it was asked'));
				else resolve(result);
			}
		} catch (error) {
			// Nothing of a failed group is stored.
			if (group.length > 1) for (const one of group) await this.commit([one]);
			else for (const { reject } of group) reject(error);
		}
	}
}
