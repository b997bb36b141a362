import type { App } from '#server/app.ts';
import { municipality } from '#server/demo/people.ts';
import { listOpenNotices } from '#server/store/figure-fetches.ts';
import { must } from '../support/act.ts';
import { personId } from './actors.ts';
import { WORDS } from './secrets.ts';

const by = personId('coordinator');

/** An indicator, a group of municipalities, and what a source says otherwise. */
export async function addFigures(app: App) {
	const made = must(
		await app.commands.saveIndicator({
			by,
			indicatorId: null,
			version: 0,
			input: {
				title: WORDS.indicator,
				subject: WORDS.indicator,
				kpiId: '',
				unit: '%',
				decimals: 1,
				wishedDirection: 'high',
				tolerance: 0,
				definition: '',
				note: ''
			}
		})
	);
	const { groupId } = must(
		await app.commands.saveGroup({
			by,
			groupId: null,
			version: 0,
			input: {
				kind: 'own',
				name: WORDS.group,
				year: 2024,
				members: [{ id: '2183', title: 'Bollnäs' }],
				externalId: ''
			}
		})
	);
	const indicatorId = 'ind-ekonomiskt-bistand';
	must(
		await app.commands.storeFetched({
			by,
			fetched: {
				base: 'https://kolada.example',
				code: '2182',
				kpis: [{ indicatorId, kpiId: 'U31803', found: null }],
				groups: [],
				answered: [{ indicatorId, series: 'own' }],
				years: ['2021'],
				values: [
					{
						indicatorId,
						series: 'own',
						breakdown: '',
						period: '2021',
						status: 'value',
						value: 21,
						source: 'Kolada (U31803)'
					}
				]
			}
		})
	);
	const notices = await app.read((tx) => listOpenNotices(tx, municipality.id));
	const typed = notices.find((n) => n.detail.what === 'typed');
	return { indicator: made.indicatorId, group: groupId, figureNotice: typed?.id ?? '' };
}
