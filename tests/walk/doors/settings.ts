import type { Line, Right } from '../line.ts';
import type { Ids } from '../world.ts';

/** Doors of what a municipality looks after: templates, sender, departments, mail. */

const templates: Right[] = [['template.manage', 'own']];
const reads: Right[] = [['report.read', 'report']];
const template = ({ template: id }: Ids) => ({ params: { id } });
const people: Right[] = [['people.manage', 'own']];

export const settings: Line[] = [
	{ door: 'load /templates', asks: templates },
	{
		door: 'act /templates?/default',
		asks: templates,
		ask: () => ({ form: { from: 'template:barnbokslut:full', title: 'Egen' } })
	},
	{
		door: 'act /templates?/default',
		case: 'like a report',
		asks: [['template.manage', 'own'], ...reads],
		ask: ({ report }) => ({ form: { from: `report:${report}`, title: 'Egen' } })
	},
	{ door: 'load /templates/[id]', asks: [['template.manage', 'here']], ask: template },
	// Changes what the form holds, and nothing that is stored.
	{
		door: 'act /templates/[id]?/change',
		asks: 'anyone',
		ask: (ids) => ({ ...template(ids), form: { act: '', title: 'x' } }),
		done: 200
	},
	{
		door: 'act /templates/[id]?/save',
		asks: [['template.manage', 'here']],
		// A template without a section is none.
		ask: (ids) => ({ ...template(ids), form: { seen: '1', title: 'x' } }),
		done: 422
	},
	{
		door: 'act /templates/[id]?/archive',
		asks: [['template.manage', 'here']],
		ask: (ids) => ({ ...template(ids), form: { archived: 'true' } })
	},
	{
		door: 'load /settings',
		asks: 'signedIn',
		// For who may look after nothing, it does not exist.
		beside: ({ grants }) =>
			grants.some(({ role }) => role === 'administrator' || role === 'coordinator') ? null : 404
	},
	{ door: 'load /settings/departments', asks: [['department.manage', 'own']] },
	{
		door: 'act /settings/departments?/default',
		asks: [['department.manage', 'own']],
		// A department of another municipality is none of the form's.
		ask: ({ department }) => ({ form: { [department]: 'ABC' } })
	},
	{ door: 'load /settings/accessibility', asks: [['statement.manage', 'own']] },
	{
		door: 'act /settings/accessibility?/default',
		asks: [['statement.manage', 'own']],
		ask: () => ({ form: { seenAt: '0' } })
	},
	{ door: 'load /settings/jobs', asks: [['job.read', 'own']] },
	{
		door: 'act /settings/jobs?/cancel',
		asks: [
			['job.read', 'here'],
			['indicator.fetch', 'here']
		],
		ask: ({ job }) => ({ form: { jobId: job } })
	},
	{ door: 'load /settings/sender', asks: [['sender.manage', 'own']] },
	{
		door: 'act /settings/sender?/default',
		asks: [['sender.manage', 'own']],
		ask: () => ({ form: { seenAt: '0', unit: 'Kansliet' } })
	},
	{
		door: 'GET /settings/sender/logo',
		asks: [['sender.manage', 'own']],
		// There is none.
		done: 404
	},
	{ door: 'load /settings/trail', asks: [['installation.audit', 'own']] },
	{ door: 'load /settings/mail', asks: people },
	{ door: 'act /settings/mail?/test', asks: people },
	{ door: 'act /settings/mail?/retry', asks: people, ask: () => ({ form: { state: 'kept' } }) }
];
