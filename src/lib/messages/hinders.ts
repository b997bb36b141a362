import type { Hinder } from '#core/result.ts';
import { hinders as en } from './hinders.en.ts';
import { hinders as sv } from './hinders.sv.ts';
import { messages, type Lang } from './index.ts';

/** One hinder as a sentence; only what lists hinders loads these texts. */
export function hinderWords(hinder: Hinder, lang: Lang): string {
	const t: typeof sv = lang === 'en' ? en : sv;
	switch (hinder.what) {
		case 'sectionNotApproved':
		case 'hashDiffers':
		case 'altMissing':
			return t[hinder.what](hinder.title);
		case 'blockMissing':
			return t.blockMissing(
				hinder.title,
				messages(lang).common.block[hinder.block] ?? hinder.block
			);
		case 'commentOpen':
			return t.commentOpen(hinder.title, hinder.count);
		case 'sourceWithdrawn': {
			const { authority, title, number } = hinder.source;
			return t.sourceWithdrawn(hinder.title, `${authority}: ${title} (${number})`);
		}
		case 'finding':
			return t.finding(hinder.title, hinder.excerpt);
		case 'unprintable':
			return t.unprintable(hinder.title, t.printProblem[hinder.problem], hinder.excerpt);
		case 'metaMissing':
			return t.metaMissing;
		case 'decisionMissing':
			return t.decisionMissing[hinder.field] ?? hinder.field;
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
