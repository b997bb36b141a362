/** Whether two values of JSON are the same in everything; the order of keys says nothing. */
export function equal(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const [one, other] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
	const keys = Object.keys(one);
	return (
		keys.length === Object.keys(other).length && keys.every((key) => equal(one[key], other[key]))
	);
}
