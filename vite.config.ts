import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { barnbokslut } from './server/vite-plugin.ts';

export default defineConfig({
	plugins: [sveltekit(), barnbokslut()]
});
