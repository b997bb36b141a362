/** The line under a table that says where its numbers come from; a report speaks Swedish. */
export const tableSourceLine = (source: string): string =>
	/^käll(?:a|or)\b/i.test(source) ? source : `Källa: ${source}`;
