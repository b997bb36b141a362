import { pictures } from '../../export/support/pictures.ts';
import { wordFile, paragraph } from '../../support/word-file.ts';
import type { Line, Right } from '../line.ts';
import type { Ids } from '../world.ts';
import { WORDS } from '../secrets.ts';

/** Doors of one report. */

const at = ({ report }: Ids) => ({ params: { id: report } });
const reads: Right[] = [['report.read', 'report']];
/** Somewhere in it. */
const writes: Right[] = [...reads, ['section.edit', 'section']];
const manages: Right[] = [['report.manage', 'report']];
const publishes: Right[] = [['report.publish', 'published']];
const previews: Right[] = [['report.preview', 'report']];
const page = (path: string, asks: Right[]): Line => ({
	door: `load /reports/[id]${path}`,
	asks,
	ask: at
});
const decision = {
	body: 'Kommunfullmäktige',
	date: '2024-06-17',
	paragraph: '§ 71',
	registryNumber: 'KS 2024/112'
};
const published = ({ publishedReport }: Ids) => ({ id: publishedReport });

export const report: Line[] = [
	{ door: 'load /reports', asks: [['report.list', 'own']] },
	{ door: 'load /reports/new', asks: [['report.create', 'own']] },
	{
		door: 'act /reports/new?/default',
		// An authority is chosen: who coordinates another, or one report of it, makes none there.
		asks: [['report.create', 'own']],
		ask: () => ({
			form: {
				template: 'barnbokslut',
				variant: 'board',
				title: 'Ny',
				reportYear: '2031',
				authorityId: 'demo-kommunstyrelsen'
			}
		}),
		beside: ({ grants, municipalityId }) => {
			const all = grants.some(
				(g) =>
					g.role === 'coordinator' &&
					g.authorityId === 'demo-kommunstyrelsen' &&
					g.reportId === null
			);
			// Of an authority that is not theirs it is not said that it exists.
			return all && municipalityId === 'demo-exempelkommun' ? null : 422;
		}
	},
	{ door: 'load /reports/new/from-last-year', asks: [['report.create', 'own']] },
	{
		door: 'act /reports/new/from-last-year?/default',
		asks: reads,
		ask: ({ report: from }) => ({ form: { from, title: 'Nästa', reportYear: '2024' } }),
		beside: ({ grants }) =>
			grants.some((g) => g.role === 'coordinator' && g.reportId === null) ? null : 403,
		// It is made from the last edition, and this report has none.
		done: 422
	},
	{ door: 'layout /reports/[id]', asks: reads, ask: at },
	page('', reads),
	{ door: 'GET /reports/[id]/now', asks: reads, ask: at },
	page('/about', manages),
	{
		door: 'act /reports/[id]/about?/default',
		asks: manages,
		ask: (ids) => ({ ...at(ids), form: { title: 'En annan', 'seen.title': WORDS.reportTitle } })
	},
	page('/audit', [['report.audit', 'report']]),
	page('/blackline', reads),
	page('/board', reads),
	page('/board/deadlines', manages),
	{
		door: 'act /reports/[id]/board?/change',
		asks: [
			['section.read', 'section'],
			['report.manage', 'report']
		],
		ask: (ids, { version, title }) => ({
			...at(ids),
			form: {
				sectionId: ids.section,
				key: 'x',
				version: String(version),
				title,
				departmentId: ids.department,
				articles: '3'
			}
		}),
		state: 'open',
		unjudged: ['report']
	},
	{
		door: 'act /reports/[id]/board/deadlines?/default',
		asks: manages,
		ask: (ids) => ({
			...at(ids),
			form: { [`seen:${ids.section}`]: '', [ids.section]: '2031-01-31' }
		})
	},
	page('/boards', reads),
	{
		door: 'act /reports/[id]/boards?/takeIn',
		asks: manages,
		ask: (ids) => ({ ...at(ids), form: { editionId: ids.otherEdition } }),
		unjudged: ['otherEdition']
	},
	{
		door: 'act /reports/[id]/boards?/leaveOut',
		asks: manages,
		ask: (ids) => ({ ...at(ids), form: { editionId: ids.otherEdition } }),
		// It was not taken in.
		done: 409
	},
	page('/checks', reads),
	{
		door: 'act /reports/[id]/checks?/override',
		asks: [['section.override', 'section']],
		ask: (ids) => ({
			...at(ids),
			form: { sectionId: ids.section, finding: 'none', reason: 'Det är så.' }
		}),
		// There is no such finding to take upon oneself.
		done: 409,
		unjudged: ['report']
	},
	{
		door: 'POST /reports/[id]/images',
		asks: [
			['report.read', 'report'],
			['image.add', 'own']
		],
		ask: (ids) => ({ ...at(ids), form: { file: new File([pictures.png as never], 'b.png') } }),
		done: 201
	},
	page('/late', reads),
	...(['accept', 'decline'] as const).map((how): Line => ({
		door: `act /reports/[id]/late?/${how}`,
		asks: [['section.late', 'section']],
		ask: (ids) => ({ ...at(ids), form: { lateId: ids.late, reason: 'Står redan där.' } }),
		...(how === 'accept' ? { state: 'open' } : {}),
		unjudged: ['report']
	})),
	page('/lineage', reads),
	{
		door: 'act /reports/[id]/lineage?/confirm',
		asks: manages,
		ask: (ids) => ({ ...at(ids), form: { kind: 'kept', from: 'none', to: 'none' } }),
		// Areas that the report does not have.
		done: 409
	},
	{
		door: 'act /reports/[id]/lineage?/confirmSure',
		asks: manages,
		ask: (ids) => ({ ...at(ids), form: { link: '{"kind":"kept","from":["a"],"to":["b"]}' } }),
		done: 409
	},
	{
		door: 'act /reports/[id]/lineage?/undo',
		asks: manages,
		ask: (ids) => ({ ...at(ids), form: { linkId: 'none' } }),
		done: 409
	},
	page('/matrix', reads),
	page('/preview', previews),
	{
		door: 'act /reports/[id]/preview?/release',
		asks: previews,
		ask: (ids) => ({ ...at(ids), form: { readers: 'walk-person-councilMember', hash: 'x' } }),
		// Another content than was seen.
		done: 409
	},
	{
		door: 'act /reports/[id]/preview?/withdraw',
		// Reading comes first: what may not be seen does not exist.
		asks: [
			['preview.read', 'preview'],
			['report.preview', 'report']
		],
		ask: (ids) => ({ ...at(ids), form: { previewId: ids.preview } }),
		unjudged: ['report']
	},
	page('/publish', [['report.publish', 'report']]),
	{
		door: 'act /reports/[id]/publish?/default',
		asks: [['report.publish', 'report']],
		ask: (ids) => ({ ...at(ids), form: { ...decision, note: '' } }),
		// Not all of it is approved.
		done: 422
	},
	{
		door: 'load /reports/[id]/publish/[n]',
		asks: publishes,
		ask: (ids) => ({ params: { ...published(ids), n: '1' } })
	},
	{
		door: 'act /reports/[id]/publish/[n]?/default',
		asks: publishes,
		ask: (ids) => ({
			params: { ...published(ids), n: '1' },
			form: { forms: 'summary', reason: 'Ett namn syntes.', editionId: ids.edition }
		}),
		unjudged: ['publishedReport']
	},
	page('/word', writes),
	{ door: 'GET /reports/[id]/word/state', asks: writes, ask: at },
	{
		door: 'GET /reports/[id]/word/[file]/[image]',
		asks: 'signedIn',
		ask: (ids) => ({ params: { id: ids.report, file: 'none', image: 'none' } }),
		// Only who brought a file has its pictures.
		done: 404,
		anonymous: 404
	},
	{
		door: 'act /reports/[id]/word?/read',
		asks: writes,
		ask: (ids) => ({
			...at(ids),
			form: { file: new File([wordFile(paragraph('Hej')) as never], 'a.docx') }
		}),
		isDear: true
	},
	// Forgets one's own file, where there is one.
	{ door: 'act /reports/[id]/word?/drop', asks: 'signedIn', ask: at },
	{
		door: 'act /reports/[id]/word?/accept',
		asks: 'signedIn',
		// The file is not there: the page says so.
		ask: (ids) => ({ ...at(ids), form: { file: 'none' } })
	}
];
