import type { FoundGroup } from '#core/fetched.ts';
import { ok, type Refusal, type Result } from '#core/result.ts';
import {
	dataRow,
	kpi,
	municipality,
	municipalityGroup,
	pageOf,
	type DataRow,
	type Kpi,
	type Municipality,
	type MunicipalityGroup
} from './shapes.ts';
import { Transport, type TransportOptions } from './transport.ts';

/** Kolada refuses more in one part of an address: measures, municipalities and years alike. */
export const MOST_IDS = 25;
/** Rows a page. */
const PER_PAGE = 5000;

/** Kolada's API v3, read-only. */
export class KoladaClient {
	private readonly transport: Transport;

	constructor(options: TransportOptions) {
		this.transport = new Transport(options);
	}

	get base(): string {
		return this.transport.base;
	}

	/** Measures whose title holds the text, at most so many. */
	async searchKpis(title: string, most: number, signal: AbortSignal): Promise<Result<Kpi[]>> {
		const query = new URLSearchParams({ title, per_page: String(most) });
		return this.transport.list(`/kpi?${query.toString()}`, pageOf(kpi), signal, most);
	}

	/** The measures with these ids; what is gone is absent. */
	async kpis(ids: readonly string[], signal: AbortSignal): Promise<Result<Kpi[]>> {
		return this.inParts(ids, (part) =>
			this.transport.list(`/kpi/${joined(part)}`, pageOf(kpi), signal)
		);
	}

	async searchGroups(
		title: string,
		most: number,
		signal: AbortSignal
	): Promise<Result<MunicipalityGroup[]>> {
		const query = new URLSearchParams({ title, per_page: String(most) });
		return this.transport.list(
			`/municipality_groups?${query.toString()}`,
			pageOf(municipalityGroup),
			signal,
			most
		);
	}

	/** The groups with these ids; what is gone is absent. */
	async groups(ids: readonly string[], signal: AbortSignal): Promise<Result<MunicipalityGroup[]>> {
		return this.inParts(ids, (part) =>
			this.transport.list(`/municipality_groups/${joined(part)}`, pageOf(municipalityGroup), signal)
		);
	}

	/** Every municipality and region of the country. */
	async municipalities(signal: AbortSignal): Promise<Result<Municipality[]>> {
		return this.transport.list(`/municipality?per_page=${PER_PAGE}`, pageOf(municipality), signal);
	}

	/**
	 * The values of at most 25 measures for municipalities or groups and years, as many as there are of
	 * these. `onPart` is told after each request which share of them has been answered.
	 */
	async data(
		ask: { kpis: readonly string[]; municipalities: readonly string[]; years: readonly string[] },
		signal: AbortSignal,
		onPart: (share: number) => void = () => undefined
	): Promise<Result<DataRow[]>> {
		const rows: DataRow[] = [];
		const requests = parts(ask.kpis).flatMap((kpis) =>
			parts(ask.municipalities).flatMap((places) =>
				parts(ask.years).map(
					(years) =>
						`/data/kpi/${joined(kpis)}/municipality/${joined(places)}/year/${joined(years)}?per_page=${PER_PAGE}`
				)
			)
		);
		for (const [i, path] of requests.entries()) {
			const answer = await this.transport.list(path, pageOf(dataRow), signal);
			if (!answer.ok) return answer;
			rows.push(...answer.value);
			onPart((i + 1) / requests.length);
		}
		return ok(rows);
	}

	/** What each of the ids stands for, 25 at a time. */
	private async inParts<T>(
		ids: readonly string[],
		read: (part: readonly string[]) => Promise<Result<T[]>>
	): Promise<Result<T[]>> {
		const all: T[] = [];
		for (const part of parts(ids)) {
			const answer = await read(part);
			// One that is gone must not take the others with it: then they are asked for one by one.
			const isRefusedWhole =
				part.length > 1 && (answer.ok ? answer.value.length === 0 : isDeclined(answer.refusal));
			if (isRefusedWhole)
				for (const id of part) {
					const one = await read([id]);
					if (one.ok) all.push(...one.value);
					else if (!isDeclined(one.refusal)) return one;
				}
			else if (answer.ok) all.push(...answer.value);
			else if (!isDeclined(answer.refusal)) return answer;
		}
		return ok(all);
	}
}

const isDeclined = (refusal: Refusal): boolean =>
	refusal.code === 'source' && refusal.why === 'declined';

/** In runs of at most 25. */
function parts(ids: readonly string[]): (readonly string[])[] {
	const runs: (readonly string[])[] = [];
	for (let i = 0; i < ids.length; i += MOST_IDS) runs.push(ids.slice(i, i + MOST_IDS));
	return runs;
}

const joined = (ids: readonly string[]): string => ids.map(encodeURIComponent).join(',');

/** A group as the rest of the program knows it. Its year stands at the end of its title. */
export const foundGroup = ({ title, members }: MunicipalityGroup): FoundGroup => ({
	title: title.trim(),
	year: Number(/,\s*((?:19|20)\d{2})\s*$/.exec(title)?.[1] ?? NaN) || null,
	members: members.map((m) => ({ id: m.member_id, title: m.member_title }))
});
