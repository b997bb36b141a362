import type { Hinder } from '#core/result.ts';
import { messages, type Lang } from './index.ts';

/** One hinder as a sentence. */
export function hinderWords(hinder: Hinder, lang: Lang): string {
	const t = messages(lang);
	switch (hinder.what) {
		case 'sectionNotApproved':
		case 'hashDiffers':
		case 'altMissing':
			return t.hinders[hinder.what](hinder.title);
		case 'blockMissing':
			return t.hinders.blockMissing(hinder.title, t.common.block[hinder.block] ?? hinder.block);
		case 'commentOpen':
			return t.hinders.commentOpen(hinder.title, hinder.count);
		case 'sourceWithdrawn': {
			const { authority, title, number } = hinder.source;
			return t.hinders.sourceWithdrawn(hinder.title, `${authority}: ${title} (${number})`);
		}
		case 'finding':
			return t.hinders.finding(hinder.title, hinder.excerpt);
		case 'unprintable':
			return t.hinders.unprintable(
				hinder.title,
				t.hinders.printProblem[hinder.problem],
				hinder.excerpt
			);
		case 'metaMissing':
			return t.hinders.metaMissing;
		case 'decisionMissing':
			return t.hinders.decisionMissing[hinder.field] ?? hinder.field;
	}
}

/**
 * Where a hinder is put right: the section in the report at `reportHref` (`/reports/{id}`), its findings
 * on the page of checks, what it says of itself, or the field of the decision on this page; null without a report to link to.
 */
export function hinderHref(hinder: Hinder, reportHref: string): string | null {
	if (hinder.what === 'decisionMissing') return `#decision-${hinder.field}`;
	if (hinder.what === 'metaMissing')
		return reportHref === '' ? null : `${reportHref}/about#meta-${hinder.field}`;
	if (reportHref === '' || hinder.key === '') return null;
	const page = hinder.what === 'finding' ? '/checks' : '';
	return `${reportHref}${page}#section-${hinder.key}`;
}
