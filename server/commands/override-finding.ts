import { checkSections, mayOverride } from '#core/checks.ts';
import type { FixedContent } from '#core/publication.ts';
import { ok, refuse } from '#core/result.ts';
import { latestFixed } from '#server/store/approvals.ts';
import { listOverrides, OVERRIDE_ACT } from '#server/store/overrides.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { audit, sectionFor, type Command } from './context.ts';
import { currentDoc, fixContent } from './fix-content.ts';

/** What the section's findings are of: the fixed content when it is locked, else what would be. */
async function contentNow(tx: Tx, section: Section): Promise<FixedContent> {
	const fixed = section.state === 'draft' ? undefined : await latestFixed(tx, section.id);
	if (fixed) return JSON.parse(fixed.content) as FixedContent;
	return fixContent(tx, section, (await currentDoc(tx, section)).doc);
}

/**
 * C1: the coordinator takes a finding that hinders upon them, with a reason. It is bound to the
 * finding's key: when the content that it was found in changes, the override stands no more. A finding
 * that is not there (any longer) is refused as `moved`, advice as `invalid`: it hinders nothing. The
 * excerpt is not put on record: it may be the very thing that must not be published.
 */
export const overrideFinding: Command<
	{ by: string; sectionId: string; finding: string; reason: string },
	null
> = async (tx, input, context) => {
	const found = await sectionFor(tx, input.by, 'section.override', input.sectionId);
	if (!found.ok) return found;
	const { actor, section } = found.value;
	const reason = input.reason.trim();
	if (reason === '') return refuse({ code: 'reasonNeeded' });
	const { doc, figures } = await contentNow(tx, section);
	const findings = checkSections([{ sectionId: section.id, doc, figures }]);
	const finding = findings.find((f) => f.key === input.finding);
	if (!finding)
		return refuse({
			code: 'moved',
			happened: 'textChanged',
			by: section.editedByName,
			at: section.editedAt
		});
	if (!mayOverride(finding.code))
		return refuse({ code: 'invalid', problems: [{ field: 'finding', problem: 'unexpected' }] });
	const before = (await listOverrides(tx, section)).find((o) => o.finding === finding.key);
	if (before) return refuse({ code: 'moved', happened: 'done', by: before.by, at: before.at });
	await audit(tx, actor, context, {
		act: OVERRIDE_ACT,
		reportId: section.reportId,
		sectionId: section.id,
		reason,
		detail: { finding: finding.key, code: finding.code }
	});
	return ok(null);
};
