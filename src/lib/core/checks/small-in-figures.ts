import { numberOf, type IndicatorFigures, type IndicatorValue } from '../indicator.ts';
import { periodLabel } from '../period.ts';
import type { ReadSection } from './checked.ts';
import { digest, finding, type Finding, type FindingCode, type FindingParams } from './finding.ts';
import { FEW, isSmall, written } from './numbers-in-words.ts';
import { fewThatFollow } from './parts-of-figures.ts';
import { isPeople, isSensitive } from './people-words.ts';

/** C2 in indicators: the municipality's own counts and shares, whole and in parts. */

const words = (text: string): string[] => text.toLowerCase().split(/[^\p{L}]+/u);
const ONE_SCHOOL = /\p{Lu}\p{L}* skola\b|\p{Lu}\p{L}+skolan/u;

function ofFigures(section: ReadSection, path: number[], figures: IndicatorFigures): Finding[] {
	const { indicator } = figures;
	const unit = indicator.unit.trim().toLowerCase();
	const own = figures.values.filter((v) => v.series === 'own');
	const say = (code: FindingCode, v: IndicatorValue, params: FindingParams) => {
		const name = [indicator.title, v.breakdown, periodLabel(v.period, 'sv')]
			.filter((t) => t !== '')
			.join(', ');
		const content = digest(
			[indicator.id, v.breakdown, v.period, v.value, indicator.unit].join('\n')
		);
		return finding(code, { sectionId: section.sectionId, path }, content, name, {
			...params,
			what: ''
		});
	};
	if (unit === '%')
		return own.flatMap((v) => {
			const n = numberOf(v);
			if ((n !== 0 && n !== 100) || !ONE_SCHOOL.test(v.breakdown)) return [];
			return [say('wholeGroup', v, { share: written(n), base: '' })];
		});
	// A count of people says so in its unit, or in its title where the unit is a bare "antal".
	const counted =
		isPeople(unit) || (['antal', ''].includes(unit) && words(indicator.title).some(isPeople));
	if (!counted || indicator.decimals > 0) return [];
	const found = own.flatMap((v) => {
		const n = numberOf(v);
		if (n === null) return [];
		if (isSmall(n)) return [say('smallCount', v, { count: written(n) })];
		const sensitive = words(`${indicator.title} ${v.breakdown}`).some(isSensitive);
		return sensitive && n > 0 && n < FEW ? [say('fewAndSensitive', v, { count: written(n) })] : [];
	});
	for (const period of new Set(own.map((v) => v.period))) {
		for (const few of fewThatFollow(own.filter((v) => v.period === period)))
			found.push(
				few.kind === 'hidden'
					? say('hiddenFollows', few.part, { count: written(few.count) })
					: say('smallRest', few.part, {
							part: written(few.counted),
							whole: written(few.whole),
							rest: written(few.rest)
						})
			);
	}
	return found;
}

/** Small groups in the figures that a section shows (C2). */
export const smallInFigures = (section: ReadSection): Finding[] =>
	section.blocks.flatMap(({ path, figures }) => ofFigures(section, path, figures));
