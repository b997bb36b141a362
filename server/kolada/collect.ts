import { NATION } from '#core/comparison.ts';
import type { FetchedKpi, KnownGroup } from '#core/fetched.ts';
import { isoDate } from '#core/format.ts';
import type { ValueBasis } from '#core/indicator.ts';
import { ok, refuse, type Result, type SourceWhy } from '#core/result.ts';
import type { Fetched, FetchedValue } from '#server/commands/store-fetched.ts';
import { MOST_IDS, type KoladaClient } from './client.ts';
import { Members } from './members.ts';
import type { Kpi } from './shapes.ts';
import { meanOf, readValues, type ReadValue } from './values.ts';
import { HOPELESS, whyOf } from './why.ts';

/** What is to be fetched: measures, for whom, and which years. */
export type FetchPlan = {
	/** The municipality's own code; empty when its own values are not asked for. */
	code: string;
	kpis: { indicatorId: string; kpiId: string }[];
	own: boolean;
	groups: KnownGroup[];
	years: string[];
};

export type FetchStep = 'measures' | 'groups' | 'values' | 'storing';

export type FetchProgress = {
	/** Measures by series: so many are answered, of so many. Never goes back. */
	done: number;
	total: number;
	step: FetchStep;
	/** Whose values are being asked for: `own`, or the id of a group. */
	series: string | null;
};

/** A part that could not be had: what was there stays there. */
export type FailedPart = { series: string; kpiIds: string[]; why: SourceWhy };

export type Collected = { fetched: Fetched; failed: FailedPart[] };

export type Collecting = {
	client: KoladaClient;
	signal: AbortSignal;
	clock: () => number;
	onProgress: (progress: FetchProgress) => void;
};

/**
 * Fetches everything of the plan, and touches nothing of ours. Refused when nothing at all was to be
 * had, or when a person stopped it; a part that fails is told of, and the others are kept.
 */
export async function collect(plan: FetchPlan, at: Collecting): Promise<Result<Collected>> {
	const series = [...(plan.own ? ['own'] : []), ...plan.groups.map((g) => g.id)];
	const collection = new Collection(plan, at, series);
	const measures = await collection.askMeasures();
	if (!measures.ok) return measures;
	const groups = await collection.askGroups();
	if (!groups.ok) return groups;
	for (const one of series) {
		const values = await collection.askSeries(one);
		if (!values.ok) return values;
	}
	return collection.result();
}

class Collection {
	private readonly plan: FetchPlan;
	private readonly at: Collecting;
	private readonly total: number;
	private done = 0;
	private readonly measures: FetchedKpi[] = [];
	private readonly members: Members;
	private readonly failed: FailedPart[] = [];
	private readonly answered: Fetched['answered'] = [];
	private readonly values: FetchedValue[] = [];
	/** Why nothing more is asked. */
	private givenUp: SourceWhy | null = null;

	constructor(plan: FetchPlan, at: Collecting, series: string[]) {
		this.plan = plan;
		this.at = at;
		this.total = plan.kpis.length * series.length;
		this.members = new Members(plan.groups.filter((g) => g.kind !== 'nation'));
	}

	private tell(step: FetchStep, series: string | null = null): void {
		const done = Math.floor(this.done + 1e-6);
		this.at.onProgress({ done, total: this.total, step, series });
	}

	/** What the source says of the measures today. */
	async askMeasures(): Promise<Result<null>> {
		this.tell('measures');
		const { client, signal } = this.at;
		const ids = [...new Set(this.plan.kpis.map((k) => k.kpiId))];
		const answer = await client.kpis(ids, signal);
		if (!answer.ok) return answer;
		const found = new Map(answer.value.map((k) => [k.id, k]));
		for (const { indicatorId, kpiId } of this.plan.kpis) {
			const kpi = found.get(kpiId);
			this.measures.push({ indicatorId, kpiId, found: kpi ? measureOf(kpi) : null });
		}
		return ok(null);
	}

	/** Who the members of the groups are today. */
	async askGroups(): Promise<Result<null>> {
		if (this.plan.groups.every((g) => g.kind === 'nation')) return ok(null);
		this.tell('groups');
		const asked = await this.members.ask(this.at);
		this.givenUp = this.members.hopeless;
		return asked;
	}

	async askSeries(series: string): Promise<Result<null>> {
		this.tell('values', series);
		const group = this.plan.groups.find((g) => g.id === series) ?? null;
		const kpiIds = [...new Set(this.measures.filter((m) => m.found).map((m) => m.kpiId))];
		// A measure that is gone has nothing to be asked for.
		this.done += this.measures.filter((m) => !m.found).length;
		for (let i = 0; i < kpiIds.length; i += MOST_IDS) {
			const part = kpiIds.slice(i, i + MOST_IDS);
			const before = this.done;
			const size = this.measures.filter((m) => m.found && part.includes(m.kpiId)).length;
			const share = (of: number) => {
				this.done = before + size * of;
				this.tell('values', series);
			};
			const answer =
				this.givenUp === null
					? await this.askPart(group, part, share)
					: refuse({ code: 'source', why: this.givenUp });
			this.done = before + size;
			this.tell('values', series);
			if (answer.ok) {
				this.take(series, part, answer.value);
				continue;
			}
			const why = whyOf(answer.refusal);
			if (why === 'cancelled') return answer;
			if (HOPELESS.has(why)) this.givenUp = why;
			this.failed.push({ series, kpiIds: part, why });
		}
		return ok(null);
	}

	/** Values of one place or group, with what they were made of. */
	private async askPart(
		group: KnownGroup | null,
		kpis: string[],
		share: (of: number) => void
	): Promise<Result<Read[]>> {
		const place = group === null ? this.plan.code : group.kind === 'nation' ? NATION : null;
		if (place !== null) {
			const answer = await this.data(kpis, [place], () => undefined);
			return answer.ok ? ok(answer.value.map((value) => ({ value, basis: null }))) : answer;
		}
		return group ? this.askGroup(group, kpis, share) : ok([]);
	}

	/**
	 * The source's own mean where it gives one of exactly these members; for the rest the members'
	 * values, and our mean of them.
	 */
	private async askGroup(
		group: KnownGroup,
		kpis: string[],
		share: (of: number) => void
	): Promise<Result<Read[]>> {
		const members = this.members.of(group);
		if (!members.ok) return members;
		const { externalId, year } = group;
		const basisOf = (mean: ValueBasis['mean'], { count }: ReadValue): ValueBasis => ({
			mean,
			year,
			members: group.members,
			count: count ?? 0
		});
		const read: Read[] = [];
		if (externalId !== null && this.members.isInSource(group)) {
			const answer = await this.data(kpis, [externalId], () => undefined);
			if (answer.ok)
				read.push(...answer.value.map((value) => ({ value, basis: basisOf('source', value) })));
			else if (whyOf(answer.refusal) !== 'declined') return answer;
		}
		const numbered = new Set(read.filter((r) => r.value.value !== null).map((r) => r.value.kpiId));
		const rest = kpis.filter((id) => !numbered.has(id));
		if (rest.length === 0) return ok(read);
		if (members.value.length === 0)
			return read.length > 0 ? ok(read) : refuse({ code: 'source', why: 'declined' });
		const done = 1 - rest.length / kpis.length;
		const answer = await this.data(rest, members.value, (of) => share(done + (1 - done) * of));
		if (!answer.ok) return answer;
		const means = meanOf(answer.value, group.id);
		const averaged = new Set(means.map((m) => m.kpiId));
		return ok([
			...read.filter((r) => !averaged.has(r.value.kpiId)),
			...means.map((value) => ({ value, basis: basisOf('own', value), of: members.value.length }))
		]);
	}

	private async data(
		kpis: string[],
		municipalities: string[],
		onPart: (of: number) => void
	): Promise<Result<ReadValue[]>> {
		const { years } = this.plan;
		const answer = await this.at.client.data(
			{ kpis, municipalities, years },
			this.at.signal,
			onPart
		);
		if (!answer.ok) return answer;
		return ok(
			readValues(answer.value).filter(
				(v) =>
					kpis.includes(v.kpiId) && municipalities.includes(v.place) && years.includes(v.period)
			)
		);
	}

	private take(series: string, kpis: string[], read: Read[]): void {
		for (const { indicatorId, kpiId, found } of this.measures) {
			if (!found || !kpis.includes(kpiId)) continue;
			this.answered.push({ indicatorId, series });
			for (const { value, basis, of } of read) {
				if (value.kpiId !== kpiId || this.isStillToCome(value, found)) continue;
				const { breakdown, period, status, value: number } = value;
				this.values.push({
					indicatorId,
					series,
					breakdown,
					period,
					status,
					value: number,
					source: of === undefined ? `Kolada (${kpiId})` : ownMean(value, of),
					...(basis ? { basis } : {})
				});
			}
		}
	}

	/** A blank in a year that is not published yet is no missing value: there is nothing to miss. */
	private isStillToCome(
		{ status, period }: ReadValue,
		{ nextPeriod, nextDate }: NonNullable<FetchedKpi['found']>
	): boolean {
		if (status !== 'missing' || nextPeriod === null) return false;
		const today = isoDate(this.at.clock());
		return period >= nextPeriod && (nextDate === null || today < nextDate);
	}

	result(): Result<Collected> {
		const { plan, failed, answered } = this;
		const [first] = failed;
		if (answered.length === 0 && first) return refuse({ code: 'source', why: first.why });
		return ok({
			failed,
			fetched: {
				base: this.at.client.base,
				code: plan.code,
				kpis: this.measures,
				groups: this.members.told(),
				answered,
				years: plan.years,
				values: this.values
			}
		});
	}
}

/** `of` is there for a mean of our own making: of how many members. */
type Read = { value: ReadValue; basis: ValueBasis | null; of?: number };

/** Who processes the data may not name Kolada as the source of the result (I8). */
function ownMean({ kpiId, count }: ReadValue, of: number): string {
	const had = count ?? 0;
	const whom = had === of ? `${of} kommuner` : `${had} av ${of} kommuner`;
	return `Egen beräkning (ovägt medelvärde av ${whom}, ${kpiId})`;
}

const measureOf = (kpi: Kpi): NonNullable<FetchedKpi['found']> => ({
	title: kpi.title.replace(/\s+/g, ' ').trim(),
	definition: (kpi.description ?? '').replace(/\s+/g, ' ').trim(),
	nextPeriod: kpi.publ_period === null ? null : String(kpi.publ_period),
	nextDate: kpi.publication_date
});
