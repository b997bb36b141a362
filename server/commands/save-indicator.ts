import { WISHED_DIRECTIONS, type Indicator, type WishedDirection } from '#core/indicator.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import {
	changeIndicator,
	getFigures,
	insertIndicator,
	listIndicators
} from '#server/store/indicators.ts';
import { actorOf, audit, permit, type Command } from './context.ts';
import { freeSlug } from './slug.ts';

export type IndicatorInput = {
	title: string;
	subject: string;
	kpiId: string;
	unit: string;
	decimals: number;
	wishedDirection: string;
	tolerance: number;
	definition: string;
	note: string;
};

/** Adds an indicator (`indicatorId` null), or changes the description of one (S10 by `version`). */
export const saveIndicator: Command<
	{ by: string; indicatorId: string | null; version: number; input: IndicatorInput },
	{ indicatorId: string; version: number }
> = async (tx, { by, indicatorId, version, input }, context) => {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'indicator.edit', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const wishedDirection = WISHED_DIRECTIONS.find(
		(d): d is WishedDirection => d === input.wishedDirection
	);
	const decimals = ([0, 1, 2] as const).find((d) => d === input.decimals);
	const problems: FieldProblem[] = [];
	for (const field of ['title', 'subject'] as const)
		if (input[field].trim() === '' || input[field].length > 300)
			problems.push({ field, problem: 'missing' });
	if (input.unit.length > 60) problems.push({ field: 'unit', problem: 'length' });
	if (input.definition.length > 4000) problems.push({ field: 'definition', problem: 'length' });
	if (input.note.length > 1000) problems.push({ field: 'note', problem: 'length' });
	if (!/^[A-Za-z0-9]{0,20}$/.test(input.kpiId))
		problems.push({ field: 'kpiId', problem: 'unknown' });
	if (decimals === undefined) problems.push({ field: 'decimals', problem: 'unknown' });
	if (!wishedDirection) problems.push({ field: 'wishedDirection', problem: 'unknown' });
	if (!Number.isFinite(input.tolerance) || input.tolerance < 0)
		problems.push({ field: 'tolerance', problem: 'number' });
	if (problems.length > 0 || decimals === undefined || !wishedDirection)
		return refuse({ code: 'invalid', problems });

	const description = {
		title: input.title.trim(),
		subject: input.subject.trim(),
		kpiId: input.kpiId === '' ? null : input.kpiId,
		unit: input.unit.trim(),
		decimals,
		wishedDirection,
		tolerance: input.tolerance,
		definition: input.definition.trim(),
		note: input.note.trim()
	};
	if (indicatorId === null) {
		const id = context.newId();
		const taken = new Set((await listIndicators(tx, municipalityId)).map(({ key }) => key));
		const row: Indicator = {
			id,
			key: await freeSlug(description.title, 'nyckeltal', async (k) => taken.has(k)),
			version: 1,
			...description
		};
		await insertIndicator(tx, municipalityId, row);
		await audit(tx, actor.value, context, {
			act: 'indicator.create',
			detail: { indicatorId: id, ...description }
		});
		return ok({ indicatorId: id, version: 1 });
	}
	const figures = await getFigures(tx, municipalityId, indicatorId);
	if (!figures) return refuse({ code: 'notFound' });
	if (!(await changeIndicator(tx, indicatorId, version, description)))
		return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });
	await audit(tx, actor.value, context, {
		act: 'indicator.change',
		detail: { indicatorId, before: figures.indicator, after: description }
	});
	return ok({ indicatorId, version: version + 1 });
};
