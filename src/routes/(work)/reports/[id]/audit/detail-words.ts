import { longDate } from '#core/format.ts';
import { FORMS } from '#core/forms.ts';
import { LINEAGE_KINDS } from '#core/lineage.ts';
import { auditTexts } from '#messages/audit.ts';
import { fileFormsTexts } from '#messages/file-forms.ts';
import { messages, type Lang } from '#messages/index.ts';
import { lineageTexts } from '#messages/lineage.ts';
import type { AuditLine } from '#server/views/audit.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** What else the trail knows of an act, in words: the edition's number, what was changed to what. */
export function detailWords(
	{ act, detail }: Pick<AuditLine, 'act' | 'detail'>,
	departments: Record<string, string>,
	lang: Lang
): string[] {
	const words = auditTexts(lang);
	if (act === 'report.publish' && typeof detail['number'] === 'number')
		return [words.edition(detail['number'])];
	if (act === 'report.takeIn' || act === 'report.leaveOut') {
		const { title, number, replaced } = detail;
		const told = `${isText(title) ? title : ''}, ${words.edition(Number(number)).toLowerCase()}`;
		return [told, ...(typeof replaced === 'number' ? [words.replaced(replaced)] : [])];
	}
	if (act === 'report.rollOver') {
		const { title, number } = detail['from'] as { title: string; number: number };
		return [`${title}, ${words.edition(number)}`];
	}
	if (act === 'edition.withdraw') {
		const { names } = fileFormsTexts(lang);
		const forms = FORMS.filter((form) => (detail['forms'] as unknown[]).includes(form));
		const told = forms.map((form) => names[form]).join(', ');
		return [words.edition(Number(detail['number'])), told];
	}
	if (act === 'report.preview') {
		const { readers } = detail as { readers: { name: string }[] };
		return [words.previewTo(readers.map(({ name }) => name).join(', '))];
	}
	if (act === 'word.import') {
		const { fileName, sections } = detail as { fileName: string; sections: { title: string }[] };
		return [fileName, sections.map(({ title }) => title).join(', ')];
	}
	if (act === 'lineage.confirm' || act === 'lineage.undo') return [wayWords(detail, lang)];
	if (act === 'report.deadline' || act === 'section.deadline') {
		const { dueOn } = detail;
		return [words.changed.dueOn(isText(dueOn) ? longDate(dueOn, lang) : words.noDay)];
	}
	if (act !== 'section.change') return [];
	const { title, articles, departmentId, sharedWith, rowsOnly } = detail;
	const nameOf = (id: unknown) =>
		isText(id) ? (departments[id] ?? id) : messages(lang).common.coordinator;
	const list = (all: unknown[], of: (one: unknown) => string) =>
		all.length === 0 ? words.nobody : all.map(of).join(', ');
	return [
		...(isText(title) ? [words.changed.title(title)] : []),
		...(departmentId === undefined ? [] : [words.changed.owner(nameOf(departmentId))]),
		...(Array.isArray(articles) ? [words.changed.articles(list(articles, String))] : []),
		...(Array.isArray(sharedWith) ? [words.changed.shared(list(sharedWith, nameOf))] : []),
		...(Array.isArray(rowsOnly) ? [words.changed.rowsOnly(list(rowsOnly, nameOf))] : [])
	];
}

/** "Slås ihop: Kost + Rörelse → Hälsa". */
function wayWords(detail: AuditLine['detail'], lang: Lang): string {
	const t = lineageTexts(lang);
	const kind = LINEAGE_KINDS.find((one) => one === detail['kind']);
	const names = (all: unknown) =>
		Array.isArray(all) ? all.map((one) => (isText(one) && one) || t.unnamed).join(' + ') : '';
	const sides = [names(detail['from']), names(detail['to'])].filter((side) => side !== '');
	return `${kind ? t.kind[kind] : ''}: ${sides.join(' → ')}`;
}
