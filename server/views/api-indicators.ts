import type { Actor } from '#core/access.ts';
import {
	readIndicator,
	type Indicator,
	type IndicatorFigures,
	type IndicatorReading,
	type IndicatorValue,
	type Trend
} from '#core/indicator.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { indicatorSentence } from '#core/sentence.ts';
import { getFigures, listFigures } from '#server/store/indicators.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import type { View } from './index.ts';

/** An indicator in a list, with its newest own value. */
export type ApiIndicator = Pick<
	Indicator,
	'id' | 'key' | 'kpiId' | 'title' | 'unit' | 'decimals' | 'wishedDirection' | 'version'
> & { latest: IndicatorValue | null; trend: Trend };

/** All that is known of an indicator, and what may be said of it (I2, I3). */
export type ApiIndicatorDetail = Indicator &
	Omit<IndicatorFigures, 'indicator'> & {
		reading: Pick<IndicatorReading, 'latest' | 'previous' | 'change' | 'trend' | 'trendStated'> & {
			groups: (Omit<IndicatorReading['groups'][number], 'group'> & { groupId: string })[];
		};
		/** In Swedish, as a section that refers to it would have it. */
		sentence: string;
	};

/** The municipality's indicators, by title. */
export const apiIndicators: View<null, ApiIndicator[]> = async (tx, actor) => {
	const reader = mayRead(actor);
	if (!reader.ok) return reader;
	const all = await listFigures(tx, reader.value.municipalityId);
	return ok(
		all.map((figures) => {
			const { id, key, kpiId, title, unit, decimals, wishedDirection, version } = figures.indicator;
			const { latest, trend } = readIndicator(figures);
			return { id, key, kpiId, title, unit, decimals, wishedDirection, version, latest, trend };
		})
	);
};

/** One indicator, whole. */
export const apiIndicator: View<{ indicatorId: string }, ApiIndicatorDetail> = async (
	tx,
	actor,
	params
) => {
	const reader = mayRead(actor);
	if (!reader.ok) return reader;
	const { municipalityId } = reader.value;
	const figures = await getFigures(tx, municipalityId, params.indicatorId);
	if (!figures) return refuse({ code: 'notFound' });
	const { indicator, ...known } = figures;
	const reading = readIndicator(figures);
	const { latest, previous, change, trend, trendStated } = reading;
	const municipality = (await getMunicipality(tx, municipalityId))?.name ?? '';
	return ok({
		...indicator,
		...known,
		reading: {
			latest,
			previous,
			change,
			trend,
			trendStated,
			groups: reading.groups.map(({ group, ...rest }) => ({ groupId: group.id, ...rest }))
		},
		sentence: indicatorSentence(reading, figures, { lang: 'sv', municipality })
	});
};

function mayRead(actor: Actor | null): Result<Actor> {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'indicator.read', { kind: 'municipality', municipalityId });
	return allowed.ok ? ok(actor) : allowed;
}
