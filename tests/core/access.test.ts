import { may, type Act, type Actor, type Grant, type Thing } from '#core/access.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const actor = (...grants: Grant[]): Actor => ({
	personId: 'me',
	name: 'Jag',
	municipalityId: 'm',
	grants
});
const who: Record<string, Actor | null> = {
	anonymous: null,
	none: actor(),
	administrator: actor({ role: 'administrator' }),
	coordinator: actor({ role: 'coordinator', authorityId: 'a', reportId: null }),
	coordinatorOfThis: actor({ role: 'coordinator', authorityId: 'a', reportId: 'r' }),
	coordinatorOfAnother: actor({ role: 'coordinator', authorityId: 'a', reportId: 'r2' }),
	coordinatorElsewhere: actor({ role: 'coordinator', authorityId: 'b', reportId: null }),
	writer: actor({ role: 'writer', departmentId: 'd', authorityId: 'a' }),
	writerShared: actor({ role: 'writer', departmentId: 's', authorityId: 'a' }),
	writerOther: actor({ role: 'writer', departmentId: 'x', authorityId: 'a' }),
	writerElsewhere: actor({ role: 'writer', departmentId: 'y', authorityId: 'b' }),
	councilMember: actor({ role: 'councilMember' }),
	stranger: {
		...actor({ role: 'coordinator', authorityId: 'a', reportId: null }),
		municipalityId: 'm2'
	}
};

const section: Thing = {
	kind: 'section',
	municipalityId: 'm',
	reportId: 'r',
	authorityId: 'a',
	departmentId: 'd',
	sharedWith: ['s'],
	rowsOnly: [],
	wroteSinceApproval: [],
	fourEyes: true
};
const report: Thing = { kind: 'report', municipalityId: 'm', reportId: 'r', authorityId: 'a' };
const preview: Thing = {
	kind: 'preview',
	municipalityId: 'm',
	reportId: 'r',
	authorityId: 'a',
	readers: ['me'],
	isWithdrawn: false
};
const municipality: Thing = { kind: 'municipality', municipalityId: 'm' };

const coordinators = [
	'coordinator',
	'coordinatorOfThis',
	'coordinatorOfAnother',
	'coordinatorElsewhere'
];
const writers = ['writer', 'writerShared', 'writerOther', 'writerElsewhere'];

/** For each act, who may; everybody else may not. */
const table: [Act, Thing, string[]][] = [
	[
		'section.read',
		section,
		['administrator', 'coordinator', 'coordinatorOfThis', 'writer', 'writerShared', 'writerOther']
	],
	['section.edit', section, ['coordinator', 'coordinatorOfThis', 'writer', 'writerShared']],
	['section.submit', section, ['coordinator', 'coordinatorOfThis', 'writer', 'writerShared']],
	['section.approve', section, ['coordinator', 'coordinatorOfThis']],
	['section.return', section, ['coordinator', 'coordinatorOfThis']],
	['section.reopen', section, ['coordinator', 'coordinatorOfThis']],
	['section.override', section, ['coordinator', 'coordinatorOfThis']],
	['section.late', section, ['coordinator', 'coordinatorOfThis']],
	[
		'section.comment',
		section,
		['administrator', 'coordinator', 'coordinatorOfThis', 'writer', 'writerShared', 'writerOther']
	],
	[
		'section.history',
		section,
		['administrator', 'coordinator', 'coordinatorOfThis', 'writer', 'writerShared', 'writerOther']
	],
	['section.settle', section, ['coordinator', 'coordinatorOfThis', 'writer', 'writerShared']],
	['section.restore', section, ['coordinator', 'coordinatorOfThis', 'writer', 'writerShared']],
	['section.rebuild', section, ['administrator', 'coordinator', 'coordinatorOfThis']],
	[
		'report.read',
		report,
		['administrator', 'coordinator', 'coordinatorOfThis', 'writer', 'writerShared', 'writerOther']
	],
	['report.manage', report, ['coordinator', 'coordinatorOfThis']],
	['report.preview', report, ['coordinator', 'coordinatorOfThis']],
	['preview.read', preview, ['coordinator', 'coordinatorOfThis', 'councilMember']],
	['preview.read', { ...preview, isWithdrawn: true }, ['coordinator', 'coordinatorOfThis']],
	['preview.read', { ...preview, readers: ['another'] }, ['coordinator', 'coordinatorOfThis']],
	['report.publish', report, ['coordinator', 'coordinatorOfThis']],
	['report.audit', report, ['administrator', 'coordinator', 'coordinatorOfThis']],
	[
		'report.list',
		municipality,
		[
			'administrator',
			'coordinator',
			'coordinatorOfThis',
			'coordinatorOfAnother',
			'coordinatorElsewhere',
			'writer',
			'writerShared',
			'writerOther',
			'writerElsewhere'
		]
	],
	[
		'report.create',
		municipality,
		['coordinator', 'coordinatorOfThis', 'coordinatorOfAnother', 'coordinatorElsewhere']
	],
	[
		'indicator.read',
		municipality,
		[
			'administrator',
			'coordinator',
			'coordinatorOfThis',
			'coordinatorOfAnother',
			'coordinatorElsewhere',
			'writer',
			'writerShared',
			'writerOther',
			'writerElsewhere'
		]
	],
	[
		'indicator.edit',
		municipality,
		[
			'coordinator',
			'coordinatorOfThis',
			'coordinatorOfAnother',
			'coordinatorElsewhere',
			'writer',
			'writerShared',
			'writerOther',
			'writerElsewhere'
		]
	],
	[
		'indicator.fetch',
		municipality,
		[
			'administrator',
			'coordinator',
			'coordinatorOfThis',
			'coordinatorOfAnother',
			'coordinatorElsewhere'
		]
	],
	[
		'image.add',
		municipality,
		[
			'coordinator',
			'coordinatorOfThis',
			'coordinatorOfAnother',
			'coordinatorElsewhere',
			'writer',
			'writerShared',
			'writerOther',
			'writerElsewhere'
		]
	],
	[
		'sender.manage',
		municipality,
		[
			'administrator',
			'coordinator',
			'coordinatorOfThis',
			'coordinatorOfAnother',
			'coordinatorElsewhere'
		]
	],
	[
		'department.manage',
		municipality,
		[
			'administrator',
			'coordinator',
			'coordinatorOfThis',
			'coordinatorOfAnother',
			'coordinatorElsewhere'
		]
	],
	[
		'template.manage',
		municipality,
		[
			'administrator',
			'coordinator',
			'coordinatorOfThis',
			'coordinatorOfAnother',
			'coordinatorElsewhere'
		]
	],
	['people.manage', municipality, ['administrator']],
	['organisation.manage', municipality, ['administrator']],
	['installation.audit', municipality, ['administrator']],
	['statement.manage', municipality, ['administrator', ...coordinators]],
	['token.make', municipality, ['administrator', ...coordinators, ...writers]],
	['job.read', municipality, ['administrator', ...coordinators, ...writers]],
	[
		'account.own',
		municipality,
		['none', 'administrator', 'councilMember', ...coordinators, ...writers]
	],
	['people.manage', { kind: 'installation' }, ['administrator']],
	['edition.read', { kind: 'edition', municipalityId: 'm' }, Object.keys(who)]
];

test.each(table)('[A2] %s is for those in the table and for nobody else', (act, thing, allowed) => {
	const found = Object.entries(who).filter(([, a]) => may(a, act, thing).may);
	expect(found.map(([name]) => name).sort()).toEqual([...allowed].sort());
});

test('[A1] what is not granted is refused: somebody without a role reads editions and has their own account, and no more', () => {
	for (const [act, thing] of table)
		if (act !== 'edition.read' && act !== 'account.own')
			expect(may(actor(), act, thing).may).toBe(false);
});

test('[A2] every act that there is stands in the table', () => {
	const source = readFileSync('src/lib/core/access.ts', 'utf8');
	const acts = [...source.matchAll(/^\t\| '(\w+\.\w+)'/gm)].map(([, act]) => act);
	expect(acts.length).toBeGreaterThan(30);
	const known = new Set<string | undefined>(table.map(([act]) => act));
	expect(acts.filter((act) => !known.has(act))).toEqual([]);
});

test('[A4] a section of another authority does not exist until it is shared', () => {
	const elsewhere = who['writerElsewhere'] ?? null;
	expect(may(elsewhere, 'section.read', section)).toMatchObject({ may: false, hidden: true });
	expect(may(elsewhere, 'report.read', report)).toMatchObject({ may: false, hidden: true });
	const shared = { ...section, sharedWith: ['y'] };
	expect(may(elsewhere, 'section.edit', shared).may).toBe(true);
	// The share is of the section, not of the report around it.
	expect(may(elsewhere, 'report.read', report)).toMatchObject({ may: false, hidden: true });
});

test('[A5] for council members and the public nothing unpublished exists', () => {
	for (const name of ['anonymous', 'councilMember', 'stranger'])
		for (const [act, thing] of table)
			if (thing.kind === 'section' || thing.kind === 'report')
				expect(may(who[name] ?? null, act, thing), `${name} ${act}`).toMatchObject({
					may: false,
					hidden: true
				});
});

test('[A7] who wrote since the last approval does not approve, unless the municipality says so', () => {
	const coordinator = who['coordinator'] ?? null;
	const wrote = { ...section, wroteSinceApproval: ['me'] };
	expect(may(coordinator, 'section.approve', wrote)).toMatchObject({ may: false, why: 'fourEyes' });
	expect(may(coordinator, 'section.approve', { ...wrote, fourEyes: false }).may).toBe(true);
	expect(may(coordinator, 'section.return', wrote).may).toBe(true);
});
