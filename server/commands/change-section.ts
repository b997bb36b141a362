import { lockOn } from '#core/lock.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { listDepartments, listOpenDepartments } from '#server/store/organisation.ts';
import {
	changeSectionRow,
	lockFacts,
	setShares,
	type Section,
	type SectionChange
} from '#server/store/sections.ts';
import { audit, permit, sectionFor, type Command } from './context.ts';

/**
 * Changes title, tags, owner, order or sharing of an open section (S3: a locked one refuses). The
 * `version` that was seen decides who came first (S10).
 */
export const changeSection: Command<
	{
		by: string;
		sectionId: string;
		version: number;
		title?: string;
		articles?: number[];
		departmentId?: string | null;
		position?: number;
		sharedWith?: string[];
		/** Of `sharedWith`, those that may change their own rows only; as it is when left out. */
		rowsOnly?: string[];
	},
	{ version: number }
> = async (tx, input, context) => {
	const found = await sectionFor(tx, input.by, 'section.read', input.sectionId);
	if (!found.ok) return found;
	const { actor, section } = found.value;
	const allowed = permit(actor, 'report.manage', {
		kind: 'report',
		municipalityId: section.municipalityId,
		reportId: section.reportId,
		authorityId: section.authorityId
	});
	if (!allowed.ok) return allowed;
	const lock = lockOn(lockFacts(section));
	if (lock) return refuse({ code: 'locked', lock });
	if (section.version !== input.version)
		return refuse({
			code: 'moved',
			happened: 'valueChanged',
			by: section.stateByName,
			at: section.stateAt
		});
	const all = await listDepartments(tx, section.municipalityId);
	const departments = await listOpenDepartments(tx, section.municipalityId);
	// What is closed keeps what it has, and gets nothing new.
	const has = [section.departmentId, ...section.sharedWith];
	const isDepartment = (id: string) =>
		departments.some((d) => d.id === id) || (has.includes(id) && all.some((d) => d.id === id));
	const problems: FieldProblem[] = [];
	if (input.title !== undefined && (input.title.trim() === '' || input.title.length > 300))
		problems.push({ field: 'title', problem: 'length' });
	if (input.articles?.some((a) => !Number.isInteger(a) || a < 1 || a > 54))
		problems.push({ field: 'articles', problem: 'unknown' });
	if (typeof input.departmentId === 'string' && !isDepartment(input.departmentId))
		problems.push({ field: 'departmentId', problem: 'unknown' });
	if (input.sharedWith?.some((id) => !isDepartment(id)))
		problems.push({ field: 'sharedWith', problem: 'unknown' });
	if (problems.length > 0) return refuse({ code: 'invalid', problems });

	const change: SectionChange = {
		...(input.title === undefined ? {} : { title: input.title.trim() }),
		...(input.articles === undefined
			? {}
			: { articles: [...new Set(input.articles)].sort((a, b) => a - b) }),
		...(input.departmentId === undefined ? {} : { departmentId: input.departmentId }),
		...(input.position === undefined ? {} : { position: input.position })
	};
	await changeSectionRow(tx, section, change);
	const shares = sharesAfter(section, input);
	if (shares) await setShares(tx, section, shares.sharedWith, shares.rowsOnly);
	await audit(tx, actor, context, {
		act: 'section.change',
		reportId: section.reportId,
		sectionId: section.id,
		detail: becameAnother(section, { ...change, ...shares })
	});
	return ok({ version: section.version + 1 });
};

/** Whom the section is shared with from now on, sorted; undefined where nothing is said of it. */
function sharesAfter(
	section: Section,
	wished: { sharedWith?: string[]; rowsOnly?: string[] }
): { sharedWith: string[]; rowsOnly: string[] } | undefined {
	if (!wished.sharedWith && !wished.rowsOnly) return undefined;
	const sorted = (ids: string[]) => [...new Set(ids)].sort();
	const sharedWith = sorted(wished.sharedWith ?? section.sharedWith);
	const rowsOnly = sorted(wished.rowsOnly ?? section.rowsOnly);
	return { sharedWith, rowsOnly: rowsOnly.filter((id) => sharedWith.includes(id)) };
}

/** A form sends every field: the trail names those that became another. */
const becameAnother = (section: Section, wished: Partial<Section>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(wished).filter(
			([field, value]) => JSON.stringify(value) !== JSON.stringify(section[field as keyof Section])
		)
	);
