import type { NoticeDetail } from '#core/fetched.ts';
import { endNotice, insertNotice, latestNotice } from '#server/store/figure-fetches.ts';
import type { Tx } from '#server/store/store.ts';
import type { Context } from './context.ts';

/** What a person has to know: each matter once, and not again when it was settled. */
export class Notices {
	private readonly tx: Tx;
	private readonly municipalityId: string;
	private readonly context: Context;
	opened = 0;

	constructor(tx: Tx, municipalityId: string, context: Context) {
		this.tx = tx;
		this.municipalityId = municipalityId;
		this.context = context;
	}

	async open(
		key: string,
		of: { indicatorId?: string; groupId?: string },
		detail: NoticeDetail
	): Promise<void> {
		const last = await latestNotice(this.tx, this.municipalityId, key);
		if (last && last.state !== 'passed' && claim(last.detail) === claim(detail)) return;
		if (last?.state === 'open') await this.end(last.id);
		this.opened += 1;
		await insertNotice(this.tx, {
			id: this.context.newId(),
			municipalityId: this.municipalityId,
			at: this.context.now,
			key,
			indicatorId: of.indicatorId ?? null,
			groupId: of.groupId ?? null,
			detail
		});
	}

	/** The matter is no longer one. */
	async pass(key: string): Promise<void> {
		const last = await latestNotice(this.tx, this.municipalityId, key);
		if (last?.state === 'open') await this.end(last.id);
	}

	private end(id: string): Promise<void> {
		return endNotice(this.tx, id, { state: 'passed', by: null, at: this.context.now });
	}
}

/** What a notice says, without when it was said. */
function claim(detail: NoticeDetail): string {
	if (detail.what !== 'typed') return JSON.stringify(detail);
	const { status, value, source } = detail.fetched;
	return JSON.stringify([detail.typed, status, value, source.text]);
}
