/** Excel's own formats of shares: `0 %` and `0,00 %`. */
const OWN_SHARES = ['9', '10'];

const attribute = (tag: string, name: string): string | undefined =>
	new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

/**
 * The styles under which a spreadsheet shows a number a hundredfold with a per cent sign, by their
 * place in the list, as a cell names them. What cannot be made out is none.
 */
export function shareStyles(xml: string): Set<string> {
	const formats = new Set(OWN_SHARES);
	for (const [tag] of xml.matchAll(/<numFmt\b[^>]*>/g)) {
		const code = (attribute(tag, 'formatCode') ?? '').replace(/&quot;[^&]*&quot;|\\./g, '');
		const id = attribute(tag, 'numFmtId');
		if (id !== undefined && code.includes('%')) formats.add(id);
	}
	const cells = /<cellXfs\b[^>]*>([^]*?)<\/cellXfs>/.exec(xml)?.[1] ?? '';
	const styles = [...cells.matchAll(/<xf\b[^>]*>/g)].map(([tag]) => attribute(tag, 'numFmtId'));
	return new Set(styles.flatMap((id, i) => (id && formats.has(id) ? [String(i)] : [])));
}
