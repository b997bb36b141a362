/**
 * No component of ours is a custom element, but Svelte's class for them is made when it is loaded, on every
 * page: this stands in its place (vite.config.ts).
 */
export function create_custom_element(): never {
	throw new Error('a component was compiled as a custom element');
}
