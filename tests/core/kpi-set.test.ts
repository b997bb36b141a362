import { BARNBOKSLUT_GAPS, BARNBOKSLUT_SET } from '#core/kpi-set.ts';
import { kpiProposal } from '#core/kpi-proposal.ts';
import { expect, test } from 'vitest';
import { KPI_TITLES } from '../kolada/catalogue.ts';

test('[I2] the ready set names measures that exist, once each, and says what is ambiguous in two languages', () => {
	const ids = BARNBOKSLUT_SET.map((e) => e.kpiId);
	expect(new Set(ids).size).toBe(ids.length);
	for (const { kpiId, about, note, instead = [] } of BARNBOKSLUT_SET) {
		expect([kpiId, KPI_TITLES[kpiId] !== undefined]).toEqual([kpiId, true]);
		for (const said of [about, note, ...instead.map((i) => i.counts)]) {
			expect(said?.sv).toMatch(/\p{L}/u);
			expect(said?.en).toMatch(/\p{L}/u);
			expect(said?.en).not.toBe(said?.sv);
		}
		for (const other of instead) expect(ids).not.toContain(other.kpiId);
	}
	expect(BARNBOKSLUT_GAPS).toHaveLength(2);
	expect(BARNBOKSLUT_SET.filter((e) => e.usual)).toHaveLength(12);
});

test('[I2] where the title of a measure proposes a direction, the set does not wish the opposite', () => {
	for (const { kpiId, wished } of BARNBOKSLUT_SET) {
		const { wishedDirection } = kpiProposal(KPI_TITLES[kpiId] ?? '');
		if (wishedDirection !== 'none') expect([kpiId, wished]).toEqual([kpiId, wishedDirection]);
	}
});

test('[I2] every variant of a measure that the set leaves out is one that it names', () => {
	const named = BARNBOKSLUT_SET.flatMap((e) => [e.kpiId, ...(e.instead ?? []).map((i) => i.kpiId)]);
	expect(Object.keys(KPI_TITLES).filter((id) => !named.includes(id))).toEqual([]);
});
