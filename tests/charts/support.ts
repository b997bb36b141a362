import { textWidth } from '#charts/labels.ts';
import { JSDOM } from 'jsdom';

/** Parsed as XML: a picture that is not well formed throws. */
export function parse(svg: string): Element {
	return new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document.documentElement;
}

export type Box = { left: number; right: number; top: number; bottom: number; text: string };

/** How far an element was moved down by the groups around it. */
function shift(element: Element): number {
	let sum = 0;
	for (let at = element.parentElement; at; at = at.parentElement)
		sum += Number(/translate\(0 ([-\d.]+)\)/.exec(at.getAttribute('transform') ?? '')?.[1] ?? 0);
	return sum;
}

/** Where the words of a picture stand, by the widths that it was made with. */
export function textBoxes(svg: Element): Box[] {
	const font = Number(svg.getAttribute('font-size'));
	return [...svg.querySelectorAll('text')].map((text) => {
		const width = textWidth(text.textContent, font);
		const x = Number(text.getAttribute('x'));
		const anchor = text.getAttribute('text-anchor');
		const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
		const y = Number(text.getAttribute('y')) + shift(text);
		return { left, right: left + width, top: y - font * 0.72, bottom: y, text: text.textContent };
	});
}

/** The points that paths and bars reach, curves by their ends. */
export function inkBoxes(svg: Element): Box[] {
	return [
		...[...svg.querySelectorAll('rect')].map((rect) => {
			const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
				Number(rect.getAttribute(name))
			) as [number, number, number, number];
			const top = y + shift(rect);
			return { left: x, right: x + width, top, bottom: top + height, text: 'rect' };
		}),
		...[...svg.querySelectorAll('path')].map((path) => {
			const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
			let [x, y] = [0, 0];
			const reach = (): void => {
				box.left = Math.min(box.left, x);
				box.right = Math.max(box.right, x);
				box.top = Math.min(box.top, y);
				box.bottom = Math.max(box.bottom, y);
			};
			const steps = path.getAttribute('d')?.matchAll(/([A-Za-z])([^A-Za-z]*)/g) ?? [];
			for (const [, letter = '', rest = ''] of steps) {
				const at = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
				const [a = 0, b = 0] = at.slice(-2);
				if (letter === 'M' || letter === 'L' || letter === 'A') [x, y] = [a, b];
				else if (letter === 'l' || letter === 'a') [x, y] = [x + a, y + b];
				else if (letter === 'H') x = b || a;
				else if (letter === 'V') y = b || a;
				else if (letter === 'h') x += b || a;
				else if (letter === 'v') y += b || a;
				if (letter !== 'z') reach();
			}
			const down = shift(path);
			return { ...box, top: box.top + down, bottom: box.bottom + down, text: 'path' };
		})
	];
}

export const overlap = (a: Box, b: Box): boolean =>
	a.right > b.left + 0.3 &&
	b.right > a.left + 0.3 &&
	a.bottom > b.top + 0.3 &&
	b.bottom > a.top + 0.3;
