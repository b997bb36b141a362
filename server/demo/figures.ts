import type { IndicatorFigures } from '#core/indicator.ts';
import { economy } from '#server/demo/figures/economy.ts';
import { education } from '#server/demo/figures/education.ts';
import { leisure } from '#server/demo/figures/leisure.ts';
import { safety } from '#server/demo/figures/safety.ts';

export { nation, similar } from '#server/demo/figures/define.ts';

/**
 * The 18 rows of Söderhamns kommuns barnbokslut 2022 as a demo municipality would have typed them
 * in: values, periods and comparisons as that document states them. What it does not state is absent
 * or `unknown`; nothing is filled in. In the order in which the report shows them.
 */
export const figures: IndicatorFigures[] = [...economy, ...education, ...safety, ...leisure];

/** What the demo reports' summaries count: every indicator, those without a comparison too. */
export const indicatorIds: string[] = figures.map((f) => f.indicator.id);
